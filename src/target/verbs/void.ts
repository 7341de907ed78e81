import type { CustomerBalance } from '../../model/billing/balance.ts';
import type { Invoice, Rebill } from '../../model/billing/invoice.ts';

export interface VoidVerbs {
  /** Takes a finalised invoice back as if it had never been due. Repeating it with the same key changes nothing more. */
  voidInvoice(key: string, invoiceId: string): Promise<Invoice>;
  /** Bills a voided invoice once more, under a new number, at the same prices and taxes. */
  rebill(rebill: Rebill): Promise<Invoice>;
  balance(customerId: string): Promise<CustomerBalance>;
}

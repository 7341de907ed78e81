import type { NewReceipt, Receipt } from '../../model/billing/receipt.ts';
import type { NewRefund, Refund } from '../../model/billing/refund.ts';

export interface CollectionVerbs {
  refund(refund: NewRefund): Promise<Refund>;
  /** Oldest first. */
  refunds(customerId: string): Promise<readonly Refund[]>;
  /** Records money that came by itself, and shares it out over open invoices. */
  receive(receipt: NewReceipt): Promise<Receipt>;
  /** Gives up what is left of an invoice. A repeat with the same key changes nothing more. */
  writeOff(key: string, invoiceId: string): Promise<void>;
}

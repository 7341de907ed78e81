import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/** One side of a posting. Entries with one `postingId` must balance per currency. */
export interface LedgerEntry {
  readonly postingId: string;
  readonly date: LocalDate;
  readonly account:
    | 'receivables'
    | 'revenue'
    | 'deferred-revenue'
    | 'tax-payable'
    | 'cash'
    | 'discounts'
    | 'customer-credit'
    | 'prepaid-credit'
    | 'bad-debt';
  readonly side: 'debit' | 'credit';
  /** Never negative: a correction stands on the other side. */
  readonly amount: Money;
  readonly customerId: string;
  readonly invoiceId: string | null;
}

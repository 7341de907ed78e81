import type { NewJournal } from '../../model/billing/journal.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { RecognisedMonth } from '../../model/billing/revenue.ts';
import type { LocalDate } from '../../model/date.ts';

export interface BooksVerbs {
  /** The entries that it made. Refused when its sides differ or its day lies in a closed month. */
  postJournal(journal: NewJournal): Promise<readonly LedgerEntry[]>;
  /** Ends the month that begins on the day: what was invoiced and is not earned yet is deferred, and nothing is posted into it any more. */
  closePeriod(month: LocalDate): Promise<void>;
  /** When an invoice is earned, month by month; the sum is its net amount after discount. */
  revenueSchedule(invoiceId: string): Promise<readonly RecognisedMonth[]>;
}

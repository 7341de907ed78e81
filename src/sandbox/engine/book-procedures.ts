import type { NewJournal } from '../../model/billing/journal.ts';
import type { RecognisedMonth } from '../../model/billing/revenue.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';

/** What accounting does with the books beside invoices and payments. */
export interface BookProcedures {
  /** Answers the id of the posting. */
  readonly postJournal: (context: Context, journal: Omit<NewJournal, 'key'>) => string;
  /** `month` is its first day. A month that is closed already stays as it is. */
  readonly closePeriod: (context: Context, month: LocalDate) => void;
  /** Brings the deferred revenue of every invoice to what is not earned at the end of the month. */
  readonly deferRevenue: (context: Context, month: LocalDate) => void;
  /**
   * When the invoice is earned as it was issued; with a day, what is left to earn of it by then, without what credit notes
   * took back, and nothing of an invoice that is void.
   */
  readonly revenueSchedule: (
    context: Context,
    invoiceId: string,
    asOf?: LocalDate,
  ) => readonly RecognisedMonth[];
}

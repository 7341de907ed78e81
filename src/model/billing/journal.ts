import type { LocalDate } from '../date.ts';
import type { LedgerEntry } from './ledger.ts';

/** A posting that a person makes, for what no invoice or payment brings about. */
export interface NewJournal {
  /** Repeating a journal with the same key must change nothing more. */
  readonly key: string;
  readonly customerId: string;
  readonly date: LocalDate;
  readonly lines: readonly Pick<LedgerEntry, 'account' | 'side' | 'amount'>[];
}

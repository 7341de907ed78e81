import type {
  BankMandate,
  CollectionFile,
  StatementResult,
  UnappliedCash,
} from '../../model/billing/bank.ts';
import type { LocalDate } from '../../model/date.ts';

export interface BankVerbs {
  signMandate(mandate: BankMandate): Promise<void>;
  /** All that is due up to the day and may be collected, in one file. A repeat with the same key answers the same file. */
  collectionFile(key: string, dueUpTo: LocalDate): Promise<CollectionFile>;
  /**
   * Books a statement: CSV with the heading `reference,booked,amount,currency,text,name`. Every line has its result, in
   * order; one that cannot be read holds no other one up.
   */
  importStatement(content: string): Promise<readonly StatementResult[]>;
  /** Oldest first. */
  unappliedCash(): Promise<readonly UnappliedCash[]>;
  /** Says whose the money is; it pays his invoices in the target's own order. */
  applyCash(reference: string, customerId: string): Promise<void>;
}

import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/** A customer's leave to take what he owes from his account. */
export interface BankMandate {
  readonly customerId: string;
  readonly iban: string;
  readonly reference: string;
  readonly signedOn: LocalDate;
}

/** What the bank is asked to collect, as a file of ISO 20022 (pain.008.001.02). */
export interface CollectionFile {
  readonly id: string;
  readonly content: string;
}

/** Money on the account of which nobody knows yet whose it is. */
export interface UnappliedCash {
  /** The bank's own, unique among all its bookings. */
  readonly reference: string;
  readonly bookedOn: LocalDate;
  readonly amount: Money;
  /** What the sender wrote, and his name. */
  readonly text: string;
  readonly name: string;
}

/** What became of one booking. Lines are counted from 1, with the heading. */
export type StatementResult =
  | {
      readonly kind: 'matched';
      readonly line: number;
      readonly reference: string;
      readonly invoiceIds: readonly string[];
    }
  /** unapplied: nobody knows whose it is; known: it was booked before. */
  | { readonly kind: 'unapplied' | 'known'; readonly line: number; readonly reference: string }
  | { readonly kind: 'rejected'; readonly line: number; readonly field: string; readonly reason: string };

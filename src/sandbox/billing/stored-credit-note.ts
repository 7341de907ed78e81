import type { LocalDate } from '../../model/date.ts';

/** A part of one line of an invoice, in minor units; `line` is the line's position from 0. */
export interface StoredCreditLine {
  readonly line: number;
  readonly net: bigint;
  readonly tax: bigint;
}

export interface CreditNoteDraft {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly StoredCreditLine[];
  readonly net: bigint;
  readonly tax: bigint;
  readonly total: bigint;
  readonly settled: bigint;
  readonly toBalance: bigint;
}

export interface StoredCreditNote extends CreditNoteDraft {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly date: LocalDate;
  readonly reason: string;
  /** The key and day of its void; null while it is in force. */
  readonly voided: { readonly key: string; readonly date: LocalDate } | null;
}

import type { LocalDate } from '../date.ts';
import type { Money } from '../money.ts';

/** What of an invoice is credited. whole: all that no earlier note credited; lines: these parts, before tax. */
export type CreditedPart =
  | { readonly kind: 'whole' }
  | { readonly kind: 'lines'; readonly lines: readonly CreditedLine[] };

export interface CreditedLine {
  /** Position of the invoice's line, from 0. */
  readonly line: number;
  /** After discount, before tax; at most what is left of the line. */
  readonly net: Money;
}

export interface CreditNoteRequest {
  readonly invoiceId: string;
  readonly part: CreditedPart;
}

export interface NewCreditNote extends CreditNoteRequest {
  /** Repeating it with the same key must change nothing more. */
  readonly key: string;
  readonly reason: string;
}

/** A credit note before it has a number. The tax is that of the invoice's lines, whatever the rate is today. */
export interface CreditNoteFigures {
  readonly lines: readonly (CreditedLine & { readonly tax: Money })[];
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  /** What it takes off the open part of the invoice. */
  readonly settled: Money;
  /** The rest of the total, which goes to the customer's balance. */
  readonly toBalance: Money;
}

export interface CreditNote extends CreditNoteFigures {
  readonly id: string;
  readonly number: string;
  readonly invoiceId: string;
  readonly customerId: string;
  readonly date: LocalDate;
  readonly reason: string;
  readonly status: 'issued' | 'void';
}

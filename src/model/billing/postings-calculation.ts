import type { CurrencyCode } from '../currency.ts';
import type { Decimal } from '../decimal.ts';
import type { DocumentDiscount, DocumentLine } from './document-line.ts';
import type { LedgerEntry } from './ledger.ts';
import type { RoundingPoint } from './policy-profile.ts';

/** What one invoice and all that happens to it put into the books. Amounts are major units as decimals. */
export interface PostingsCalculation {
  readonly kind: 'postings';
  readonly currency: CurrencyCode;
  readonly lines: readonly DocumentLine[];
  readonly discounts: readonly DocumentDiscount[];
  readonly roundingPoint: RoundingPoint;
  readonly steps: readonly PostingStep[];
}

/**
 * payment: no more than is due, and all of it where the amount is null. credit-note: settles what is due, and what is beyond
 * that is owed to the customer. write-off: all that is due is given up.
 */
export type PostingStep =
  | { readonly kind: 'payment'; readonly amount: Decimal | null }
  | { readonly kind: 'refund'; readonly amount: Decimal }
  | { readonly kind: 'credit-note'; readonly net: Decimal; readonly tax: Decimal }
  | { readonly kind: 'write-off' };

/** One side of a posting; amounts are above zero, and what would be nothing is not posted. */
export interface PostedSide {
  readonly account: LedgerEntry['account'];
  readonly side: LedgerEntry['side'];
  readonly amount: Decimal;
}

export interface PostingsAnswer {
  readonly kind: 'postings';
  readonly invoice: readonly PostedSide[];
  /** Of each step, in the order asked. */
  readonly steps: readonly (readonly PostedSide[])[];
}

import type { Decimal } from '../decimal.ts';

/** A line of a document that is only worked out, not issued. */
export interface DocumentLine {
  /** May have more digits than the currency; the rounding point says when they go. */
  readonly net: Decimal;
  readonly taxPercent: Decimal;
  /** Whether the tax is within the price. Absent: net, on top of it. */
  readonly prices?: 'net' | 'gross' | undefined;
}

export type DocumentDiscount =
  | { readonly kind: 'percent'; readonly percent: Decimal; readonly lines: readonly number[] | null }
  | { readonly kind: 'amount'; readonly amount: Decimal; readonly lines: readonly number[] | null };

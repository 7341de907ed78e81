import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';

export type CouponValue =
  | { readonly kind: 'percent'; readonly percent: Decimal }
  /** In major units; shared out over the lines that it is taken off, and never more than they cost. */
  | { readonly kind: 'amount'; readonly amount: Decimal; readonly currency: CurrencyCode };

/** What a coupon is taken off: everything on the invoice, or the lines of some plans or charges only. */
export type CouponScope =
  | { readonly kind: 'invoice' }
  | { readonly kind: 'plans'; readonly plans: readonly string[] }
  | { readonly kind: 'charges'; readonly charges: readonly string[] };

export interface Coupon {
  readonly code: string;
  readonly value: CouponValue;
  readonly scope: CouponScope;
  /** The last day on which it can be redeemed; null is for ever. */
  readonly redeemBy: LocalDate | null;
  /** The last day whose invoice it reduces; null is for ever. */
  readonly validUntil: LocalDate | null;
  /** How many invoices of a customer it reduces; one from which nothing could be taken does not count. Null is all. */
  readonly invoicesMax: number | null;
  /** How often it can be redeemed, over all customers; null is without end. */
  readonly redemptionsMax: number | null;
}

export interface CouponRedemption {
  /** Repeating a redemption with the same key must change nothing more. */
  readonly key: string;
  readonly customerId: string;
  readonly code: string;
  /** Only lines of this subscription are reduced; null is all that the customer has. */
  readonly subscriptionId: string | null;
}

/** What one coupon took off an invoice. */
export interface DiscountShare<Amount> {
  readonly code: string;
  readonly amount: Amount;
}

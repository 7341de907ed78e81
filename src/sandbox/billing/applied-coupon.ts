import type { Coupon } from '../../model/billing/coupon.ts';
import type { LocalDate } from '../../model/date.ts';

/** A coupon in a customer's hands, as it was when he redeemed it. */
export interface AppliedCoupon {
  readonly redemptionId: string;
  readonly coupon: Coupon;
  readonly redeemedOn: LocalDate;
  /** Null is everything that the customer has. */
  readonly subscriptionId: string | null;
  /** How many invoices it has reduced so far. */
  readonly uses: number;
}

import type { Coupon, CouponRedemption } from '../../model/billing/coupon.ts';
import type { Discount } from '../../model/billing/customer.ts';
import type { InvoiceDraft } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** What is done with coupons, in order and once. */
export interface CouponProcedures {
  /** A discount of one customer's own, without a coupon behind it. */
  readonly redeemDiscount: (context: Context, redemption: Redemption) => void;
  readonly createCoupon: (context: Context, coupon: Coupon) => void;
  /** Answers the id of the redemption, of the first one when the key comes again. */
  readonly redeemCoupon: (context: Context, redemption: CouponRedemption) => string | Promise<string>;
  /** Takes one of the redemptions that the coupon has left; false when there is none. */
  readonly claimRedemption: (context: Context, coupon: Coupon) => boolean;
  /** Notes that an invoice was issued with its coupons, so that those for some invoices come to their end. */
  readonly countCouponUses: (context: Context, draft: InvoiceDraft) => void;
  /** Gives back what a void invoice used up of its coupons. */
  readonly returnCouponUses: (context: Context, invoice: InvoiceDraft) => void;
}

export interface Redemption {
  readonly customerId: string;
  readonly discount: Discount;
}

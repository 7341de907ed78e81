import type { Coupon, CouponRedemption } from '../../model/billing/coupon.ts';

export interface CouponVerbs {
  createCoupon(coupon: Coupon): Promise<void>;
  /** Answers the target's id of the redemption; refused when the coupon has none left or its last day is over. */
  redeemCoupon(redemption: CouponRedemption): Promise<string>;
}

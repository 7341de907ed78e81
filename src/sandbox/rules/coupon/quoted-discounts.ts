import type { AppliedCoupon } from '../../billing/applied-coupon.ts';

/** The coupons that a preview takes off: all that the invoice will take off. */
export function quotedDiscounts(applied: readonly AppliedCoupon[]): readonly AppliedCoupon[] {
  return applied;
}

import type { Coupon } from '../../../model/billing/coupon.ts';
import type { LocalDate } from '../../../model/date.ts';

/** Whether the coupon can be redeemed on the day; its last day counts. */
export function couponRedeemable(coupon: Coupon, today: LocalDate): boolean {
  return coupon.redeemBy === null || today <= coupon.redeemBy;
}

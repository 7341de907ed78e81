import type { AppliedCoupon } from '../../billing/applied-coupon.ts';
import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#1215. */
export const narrowCouponComesLast: Defect = {
  name: 'narrow-coupon-comes-last',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'minor',
  title: 'A coupon redeemed for one subscription is taken off after one for the whole invoice',
  rules: {
    discountOrder: (coupons, habit = 'narrow-first') =>
      habit === 'as-redeemed' ? coupons : coupons.toSorted((a, b) => widthOf(a) - widthOf(b)),
  },
};

/** By what it is good for alone, whatever it was redeemed for. */
function widthOf({ coupon }: AppliedCoupon): number {
  return Number(coupon.scope.kind === 'invoice');
}

import { couponInForce } from '../../rules/coupon/coupon-in-force.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const lastDayOfCouponLost: Defect = {
  name: 'last-day-of-coupon-lost',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'major',
  title: 'On its last day a coupon is not taken off any more',
  rules: {
    couponInForce: (applied, issueDate) =>
      couponInForce(applied, issueDate) && issueDate !== applied.coupon.validUntil,
  },
};

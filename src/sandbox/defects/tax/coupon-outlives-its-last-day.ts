import { couponInForce } from '../../rules/coupon/coupon-in-force.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponOutlivesItsLastDay: Defect = {
  name: 'coupon-outlives-its-last-day',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon reduces invoices after its last day',
  rules: {
    couponInForce: (applied, issueDate) =>
      couponInForce({ ...applied, coupon: { ...applied.coupon, validUntil: null } }, issueDate),
  },
};

import type { Defect } from '../defect.ts';

/** Every invoice of the trial counted as one that the coupon had reduced. */
export const freeMonthUsesUpCoupon: Defect = {
  name: 'free-month-uses-up-coupon',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'major',
  title: 'An invoice without anything to reduce uses up a coupon',
  rules: { usesUpCoupon: () => true },
};

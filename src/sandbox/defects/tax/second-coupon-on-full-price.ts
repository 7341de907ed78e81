import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const secondCouponOnFullPrice: Defect = {
  name: 'second-coupon-on-full-price',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A second coupon is a percentage of the full price and not of what is left',
  rules: { discountBase: ({ net }) => net },
};

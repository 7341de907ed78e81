import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidKeepsCouponUsed: Defect = {
  name: 'void-keeps-coupon-used',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'minor',
  title: 'The invoice of a coupon is void, and the coupon stays used',
  procedures: { returnCouponUses: () => undefined },
};

import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponNeverUsedUp: Defect = {
  name: 'coupon-never-used-up',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for some invoices reduces all of them',
  procedures: { countCouponUses: () => undefined },
};

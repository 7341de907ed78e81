import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponRedeemedAfterItsDay: Defect = {
  name: 'coupon-redeemed-after-its-day',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon can be redeemed after its last day',
  rules: { couponRedeemable: () => true },
};

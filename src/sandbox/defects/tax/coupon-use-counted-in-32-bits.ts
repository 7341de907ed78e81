import type { Defect } from '../defect.ts';

/** What 32 bits hold ends at 21,474,836.47: above that an amount of cents turns negative. The list has no row for it. */
export const couponUseCountedIn32Bits: Defect = {
  name: 'coupon-use-counted-in-32-bits',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon that takes off more cents than 32 bits hold is never used up',
  rules: { usesUpCoupon: (takenMinor) => BigInt.asIntN(32, takenMinor) > 0n },
};

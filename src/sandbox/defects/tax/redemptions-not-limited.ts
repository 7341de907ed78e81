import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const redemptionsNotLimited: Defect = {
  name: 'redemptions-not-limited',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for one redemption is given to whoever asks',
  procedures: { claimRedemption: () => true },
};

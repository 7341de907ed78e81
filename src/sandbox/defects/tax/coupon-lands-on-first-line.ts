import { discountTargets } from '../../rules/coupon/discount-targets.ts';
import type { Defect } from '../defect.ts';

/** The line was looked up by something that several lines share, and the first one was found. */
export const couponLandsOnFirstLine: Defect = {
  name: 'coupon-lands-on-first-line',
  row: 'TAX-04',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for one line is taken off the first line',
  rules: {
    discountTargets: (named, lineCount) =>
      discountTargets(named === null ? null : named.map(() => 0), lineCount),
  },
};

import { couponTargets } from '../../rules/coupon/coupon-targets.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponScopeIgnored: Defect = {
  name: 'coupon-scope-ignored',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for one plan is taken off everything',
  rules: {
    couponTargets: (applied, line) =>
      couponTargets({ ...applied, coupon: { ...applied.coupon, scope: { kind: 'invoice' } } }, line),
  },
};

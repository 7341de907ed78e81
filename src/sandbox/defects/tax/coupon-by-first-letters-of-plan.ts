import { couponTargets } from '../../rules/coupon/coupon-targets.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const couponByFirstLettersOfPlan: Defect = {
  name: 'coupon-by-first-letters-of-plan',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for a plan is taken off plans whose codes begin like it',
  rules: {
    couponTargets: (applied, line) => {
      const { scope } = applied.coupon;
      if (scope.kind !== 'plans') return couponTargets(applied, line);
      return scope.plans.some((plan) => line.plan?.startsWith(plan) === true);
    },
  },
};

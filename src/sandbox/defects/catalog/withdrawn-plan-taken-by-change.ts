import { changePlan } from '../../procedures/subscription/change-plan.ts';
import type { Defect } from '../defect.ts';

/** Only the order looked at the list. */
export const withdrawnPlanTakenByChange: Defect = {
  name: 'withdrawn-plan-taken-by-change',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'major',
  title: 'A plan that is sold no more is still taken by who changes to it',
  procedures: {
    changePlan: (context, change) =>
      changePlan({ ...context, rules: { ...context.rules, isSold: () => true } }, change),
  },
};

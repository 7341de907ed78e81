import type { Context } from '../../engine.ts';
import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { planVersions } from '../../store/catalog.ts';
import type { Defect } from '../defect.ts';

/** Kill Bill 842 and 1364: a plan that ends in a number was taken for an agreed price of the plan without it. */
export const numberCutOffPlanCode: Defect = {
  name: 'number-cut-off-plan-code',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'under-billed',
  severity: 'critical',
  title: 'A plan whose code ends in a number is billed as the one without it, where there is one',
  procedures: {
    subscribe: (context, wanted) => subscribe(context, { ...wanted, plan: cut(context, wanted.plan) }),
    changePlan: (context, change) => changePlan(context, { ...change, plan: cut(context, change.plan) }),
  },
};

function cut(context: Context, plan: string): string {
  const without = plan.replace(/-\d+$/, '');
  return planVersions(context, without).length > 0 ? without : plan;
}

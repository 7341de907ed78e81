import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The wish for a later day was not passed on. The list has no row for it. */
export const plannedChangeAtOnce: Defect = {
  name: 'planned-change-at-once',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'A change of plan for the end of the period is made at once',
  procedures: {
    changePlan: (context, change) => {
      const date = todayOf(context.store, context.tenantId);
      const isPlanned = change.timing.kind === 'period-end';
      changePlan(context, isPlanned ? { ...change, timing: { kind: 'date', date } } : change);
    },
  },
};

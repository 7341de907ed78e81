import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const lateChangeCountsFromTelling: Defect = {
  name: 'late-change-counts-from-telling',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'minor',
  title: 'A change of plan that is told late counts from the day on which it is told',
  procedures: {
    changePlan: (context, change) => {
      const { timing } = change;
      const today = todayOf(context.store, context.tenantId);
      const isLate = timing.kind === 'date' && timing.date < today;
      changePlan(context, isLate ? { ...change, timing: { kind: 'date', date: today } } : change);
    },
  },
};

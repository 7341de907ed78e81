import { changePlan } from '../../procedures/subscription/change-plan.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** After the kind of useautumn/autumn@d3822dddf, where the anchor that was asked for gave way to a start in the past. */
export const billDayOfPlannedChangeLost: Defect = {
  name: 'bill-day-of-planned-change-lost',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A bill day that comes with a change of plan is lost when the change is told ahead of its day',
  procedures: {
    changePlan: (context, change) => {
      const { timing } = change;
      const isAhead = timing.kind === 'date' && timing.date > todayOf(context.store, context.tenantId);
      changePlan(context, isAhead ? { ...change, billDay: undefined } : change);
    },
  },
};

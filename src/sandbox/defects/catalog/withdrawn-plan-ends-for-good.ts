import { undo } from '../../procedures/subscription/undo.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';
import { withdrawalsOf } from '../../store/withdrawals.ts';
import type { Defect } from '../defect.ts';

/** What was taken back was checked like a new order. */
export const withdrawnPlanEndsForGood: Defect = {
  name: 'withdrawn-plan-ends-for-good',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'lost',
  severity: 'major',
  title: 'An end cannot be taken back once the plan is sold no more',
  procedures: {
    undo: (context, undoing) => {
      const today = todayOf(context.store, context.tenantId);
      const plan = assignmentsOf(context, undoing.subscriptionId).at(-1)?.plan ?? '';
      if (withdrawalsOf(context, plan).some((from) => from <= today))
        refuse('subscriptionId', `Found ${plan}, expected a plan that is sold.`);
      undo(context, undoing);
    },
  },
};

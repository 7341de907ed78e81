import { lateUsageParts } from '../../procedures/usage/late-usage-parts.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** The periods to look at again were those of the plan in force. The list has no row for it. */
export const lateUsageOfLeftPlanLost: Defect = {
  name: 'late-usage-of-left-plan-lost',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Late usage of a plan that the customer left is never billed',
  procedures: {
    lateUsageParts: (context, question) => {
      const last = assignmentsOf(context, question.subscription.id).at(-1)?.plan;
      return lateUsageParts(context, question).filter(({ item }) => item.segment.plan === last);
    },
  },
};

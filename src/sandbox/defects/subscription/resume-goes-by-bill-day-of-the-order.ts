import { resume } from '../../procedures/subscription/resume.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** The periods were laid anew from the day that was signed. */
export const resumeGoesByBillDayOfTheOrder: Defect = {
  name: 'resume-goes-by-bill-day-of-the-order',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who goes on after a pause is billed on the day of his order again, although it was moved meanwhile',
  procedures: {
    resume: (context, { subscriptionId, timing }) => {
      const [first] = assignmentsOf(context, subscriptionId);
      if (first !== undefined)
        context.store.run(
          "UPDATE assignments SET anchor = ? WHERE tenant = ? AND subscription = ? AND state = 'paused'",
          first.anchor,
          context.tenantId,
          subscriptionId,
        );
      resume(context, { subscriptionId, timing });
    },
  },
};

import { billIfDue } from '../../procedures/invoicing/bill-if-due.ts';
import { effectiveDay, runningSubscription } from '../../procedures/subscription/current-service.ts';
import { assignmentsOf, insertAssignment } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const resumeMovesDayOfBilling: Defect = {
  name: 'resume-moves-day-of-billing',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Periods are counted from the day of the resumption, not from the day that was signed',
  procedures: {
    resume: (context, { subscriptionId, timing }) => {
      const day = effectiveDay(context, runningSubscription(context, subscriptionId), timing);
      const last = assignmentsOf(context, subscriptionId).at(-1);
      if (last === undefined) return;
      const { number } = last;
      const running = { number: number + 1, start: day, anchor: day, state: 'active' } as const;
      insertAssignment(context, subscriptionId, { ...last, ...running });
      billIfDue(context, subscriptionId, day);
    },
  },
};

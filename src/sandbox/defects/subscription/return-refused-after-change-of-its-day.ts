import { resume } from '../../procedures/subscription/resume.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The change was taken for the beginning of the pause. Our sandbox did so until a drawn life changed on such a day. */
export const returnRefusedAfterChangeOfItsDay: Defect = {
  name: 'return-refused-after-change-of-its-day',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'Who takes another plan or other seats while away cannot come back on the same day',
  procedures: {
    resume: (context, interruption) => {
      const last = assignmentsOf(context, interruption.subscriptionId).at(-1);
      if (last?.state === 'paused' && last.start === todayOf(context.store, context.tenantId))
        refuse('timing.date', `Found a pause that begins on ${last.start}, expected an earlier one.`);
      resume(context, interruption);
    },
  },
};

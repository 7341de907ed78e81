import { cancel } from '../../procedures/subscription/cancel.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { Defect } from '../defect.ts';

/** A sibling of Ubiquiti-App/UCRM#139. The list has no row for it. */
export const leavingBillsThePause: Defect = {
  name: 'leaving-bills-the-pause',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'critical',
  title: 'Who is away and leaves for good is billed for the days of the pause',
  procedures: {
    cancel: (context, cancellation) => {
      const last = assignmentsOf(context, cancellation.subscriptionId).at(-1);
      if (last?.state === 'paused')
        context.store.run(
          "UPDATE assignments SET state = 'active' WHERE tenant = ? AND subscription = ? AND number = ?",
          context.tenantId,
          cancellation.subscriptionId,
          last.number,
        );
      cancel(context, cancellation);
    },
  },
};

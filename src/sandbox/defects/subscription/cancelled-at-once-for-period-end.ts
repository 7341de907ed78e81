import { cancel } from '../../procedures/subscription/cancel.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The wish for a later day was not passed on. The list has no row for it. */
export const cancelledAtOnceForPeriodEnd: Defect = {
  name: 'cancelled-at-once-for-period-end',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'under-billed',
  severity: 'major',
  title: 'Who cancels for the end of the period is cut off at once and gets money back',
  procedures: {
    cancel: (context, { subscriptionId }) => {
      const date = todayOf(context.store, context.tenantId);
      cancel(context, { subscriptionId, timing: { kind: 'date', date } });
    },
  },
};

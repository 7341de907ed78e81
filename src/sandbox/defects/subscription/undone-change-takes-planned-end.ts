import { undo } from '../../procedures/subscription/undo.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** All that was planned was kept in one record, and taken back with it. */
export const undoneChangeTakesPlannedEnd: Defect = {
  name: 'undone-change-takes-planned-end',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-billed',
  severity: 'major',
  title: 'Who takes a planned change back goes on after the end that he planned, too',
  procedures: {
    undo: (context, undoing) => {
      undo(context, undoing);
      const { cancelledFrom, agreement } = subscriptionById(context, undoing.subscriptionId);
      const isPlanned = cancelledFrom !== null && cancelledFrom > todayOf(context.store, context.tenantId);
      if (undoing.what === 'change' && isPlanned && agreement.term === null)
        undo(context, { ...undoing, what: 'cancellation' });
    },
  },
};

import { takeUsageEvent } from '../../procedures/usage/take-usage-event.ts';
import type { Defect } from '../defect.ts';

/** Whether a bill is to come was asked of the customer, not of the subscription. The list has no row for it. */
export const usageAfterLastBillTaken: Defect = {
  name: 'usage-after-last-bill-taken',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'major',
  title: 'Usage for a subscription that has no bill to come is taken, and never billed',
  procedures: {
    takeUsageEvent: (context, event) => {
      const result = takeUsageEvent(context, event);
      if (result.outcome !== 'too-late' || event.subscriptionId === undefined) return result;
      context.procedures.storeUsage(context, { key: context.rules.usageKey(event), event, isLate: true });
      return { id: event.id, outcome: 'accepted', reason: '' };
    },
  },
};

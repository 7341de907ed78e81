import { takeUsageEvent } from '../../procedures/usage/take-usage-event.ts';
import { usageClosedTo } from '../../store/usage.ts';
import type { Defect } from '../defect.ts';

/** What was billed was remembered by customer and meter, not by subscription. The list has no row for it. */
export const oneBillClosesMeterForAll: Defect = {
  name: 'one-bill-closes-meter-for-all',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Once one subscription was billed, usage of that time is refused for the others, too',
  procedures: {
    takeUsageEvent: (context, event) => {
      const { id, customerId, meter, subscriptionId, at } = event;
      const closedTo = usageClosedTo(context, customerId, meter);
      if (subscriptionId === undefined || closedTo === null || at >= closedTo)
        return takeUsageEvent(context, event);
      return { id, outcome: 'too-late', reason: `Usage before ${closedTo} was billed already.` };
    },
  },
};

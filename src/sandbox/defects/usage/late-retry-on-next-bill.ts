import type { UsageEvent } from '../../../model/billing/usage.ts';
import type { Context } from '../../engine.ts';
import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import { usageClosedTo } from '../../store/usage.ts';
import type { Defect } from '../defect.ts';

/** Late usage went on the next bill, and only what was on that bill was asked for the same id. */
export const lateRetryOnNextBill: Defect = {
  name: 'late-retry-on-next-bill',
  row: 'USE-14',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Usage that is sent again after its bill is billed again on the next one',
  procedures: {
    ingestUsage: async (context, events) => {
      const results = await ingestUsage(
        context,
        events.map((event) => onOpenBill(context, event)),
      );
      return results.map((result, index) => ({ ...result, id: events[index]?.id ?? result.id }));
    },
  },
};

function onOpenBill(context: Context, event: UsageEvent): UsageEvent {
  const closedTo = usageClosedTo(context, event.customerId, event.meter);
  if (closedTo === null || event.at >= closedTo) return event;
  return { ...event, id: `${event.id} since ${closedTo}`, at: closedTo };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { UsageEvent } from '../../../model/billing/usage.ts';
import type { Context } from '../../engine.ts';
import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import { lastUsageSequence } from '../../store/usage.ts';
import type { Defect } from '../defect.ts';

const storageDelayMs = 5;

/**
 * The customer's events were read, added to and written back as one list, and the lock of the account that should keep
 * others out meanwhile was not taken. In the row's own case the lack of that lock cost an invoice; here it costs usage.
 */
export const parallelUsageOverwritten: Defect = {
  name: 'parallel-usage-overwritten',
  row: 'PERF-05',
  family: 'PERF',
  stage: 'performance',
  effect: 'lost',
  severity: 'critical',
  title: 'Of parallel usage batches of one customer only the last one stays',
  procedures: {
    ingestUsage: async (context, events) => {
      const customerIds = [...new Set(events.map((event: UsageEvent) => event.customerId))];
      const readUpTo = customerIds.map((id) => ({ id, sequence: lastUsageSequence(context, id) }));
      await pause(storageDelayMs);
      for (const { id, sequence } of readUpTo) forgetLater(context, id, sequence);
      return ingestUsage(context, events);
    },
  },
};

function forgetLater(context: Context, customerId: string, sequence: number): void {
  context.store.run(
    'DELETE FROM usage_events WHERE tenant = ? AND customer = ? AND seq > ?',
    context.tenantId,
    customerId,
    sequence,
  );
}

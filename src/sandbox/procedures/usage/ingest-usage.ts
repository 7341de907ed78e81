import type { UsageEvent, UsageResult } from '../../../model/billing/usage.ts';
import type { Context } from '../../engine.ts';

/** A batch is taken in as one: parallel batches come one after the other. */
export async function ingestUsage(
  context: Context,
  events: readonly UsageEvent[],
): Promise<readonly UsageResult[]> {
  return context.store.transaction(() => {
    const results = events.map((event) => context.procedures.takeUsageEvent(context, event));
    const used = events.filter((_, index) => results[index]?.outcome === 'accepted');
    for (const customerId of new Set(used.map((event) => event.customerId)))
      context.procedures.billReached(context, customerId);
    return results;
  });
}

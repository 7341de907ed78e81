import type { UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import type { Context } from '../engine.ts';

/** A batch is taken in as one: parallel batches come one after the other. */
export async function ingestUsage(
  context: Context,
  events: readonly UsageEvent[],
): Promise<readonly UsageResult[]> {
  return context.store.transaction(() =>
    events.map((event) => context.procedures.takeUsageEvent(context, event)),
  );
}

import type { TakenUsage } from '../../engine/usage-procedures.ts';
import type { Context } from '../../engine.ts';
import { insertUsage } from '../../store/usage.ts';

/** The table's key decides who was first, so that an event counts once however often and wherever it comes. */
export function storeUsage(context: Context, { key, event, isLate }: TakenUsage): boolean {
  return insertUsage(context, key, { event, isLate });
}

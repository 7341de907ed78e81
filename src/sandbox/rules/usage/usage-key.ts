import type { UsageEvent } from '../../../model/billing/usage.ts';

/** Two events with one key are one event. The id alone counts, for ever, whenever and however it comes again. */
export function usageKey(event: UsageEvent): string {
  return event.id;
}

import type { MeteredEvent } from './metered-event.ts';

/** The order in which events happened, whatever the order in which they came; of one instant, who goes goes last. */
export function usageOrder(events: readonly MeteredEvent[]): readonly MeteredEvent[] {
  return events.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return Number(a.operation === 'remove') - Number(b.operation === 'remove');
  });
}

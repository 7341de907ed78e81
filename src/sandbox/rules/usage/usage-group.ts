import type { MeteredEvent } from './metered-event.ts';

/** Events of one group are aggregated and priced together: those whose values of all the properties are the same. */
export function usageGroup(event: MeteredEvent, groupBy: readonly string[]): string {
  return JSON.stringify(groupBy.map((name) => event.properties[name]));
}

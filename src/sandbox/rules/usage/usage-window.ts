import type { Instant, Period, TimeZoneId } from '../../../model/date.ts';
import { startOfDay } from '../../arithmetic/zone.ts';

/** Half-open: an event at `from` belongs to the window, one at `to` to the next. */
export interface UsageWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/** The moments of a service period, from midnight to midnight where the customer lives. */
export function usageWindow(period: Period, zone: TimeZoneId): UsageWindow {
  return { from: startOfDay(period.from, zone), to: startOfDay(period.to, zone) };
}

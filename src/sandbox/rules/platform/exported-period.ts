import type { Period, TimeZoneId } from '../../../model/date.ts';
import { startOfDay } from '../../arithmetic/zone.ts';

export interface ExportedPeriod {
  readonly from: string;
  readonly to: string;
  readonly servedFrom: string;
  readonly servedTo: string;
}

/** The days as the customer counts them, and the moments at which they begin in his zone. */
export function exportedPeriod(period: Period | null, zone: TimeZoneId): ExportedPeriod {
  if (period === null) return { from: '', to: '', servedFrom: '', servedTo: '' };
  const { from, to } = period;
  return { from, to, servedFrom: startOfDay(from, zone), servedTo: startOfDay(to, zone) };
}

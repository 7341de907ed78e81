import type { Period } from '../../../model/date.ts';

/** The days that a line is for, as a document shows them; the second one does not belong to them. */
export function printedPeriod(period: Period | null): string {
  return period === null ? '' : `${period.from} to ${period.to}`;
}

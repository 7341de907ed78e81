import { localDate } from '../../../model/date.ts';
import type { Defect } from '../defect.ts';

/** Nobody deferred anything; the first month showed a year of revenue. The list has no row for it. */
export const revenueRecognisedAtOnce: Defect = {
  name: 'revenue-recognised-at-once',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A year that is paid in advance is earned in the month of its invoice',
  rules: {
    earnedWhenBooked: (months, bookedOn) => [
      {
        month: bookedOn === null ? localDate('2026-01-01') : localDate(`${bookedOn.slice(0, 7)}-01`),
        amountMinor: months.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      },
    ],
  },
};

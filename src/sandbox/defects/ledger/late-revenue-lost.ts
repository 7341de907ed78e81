import type { Defect } from '../defect.ts';

/** Months that were closed were skipped, and nothing caught up. The list has no row for it. */
export const lateRevenueLost: Defect = {
  name: 'late-revenue-lost',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What was served before its invoice is never earned',
  rules: {
    earnedWhenBooked: (months, bookedOn) =>
      months.filter(({ month }) => bookedOn === null || month.slice(0, 7) >= bookedOn.slice(0, 7)),
  },
};

import type { Defect } from '../defect.ts';

/** The habit of catching up was switched off. The list has no row for it. */
export const lateRevenueInClosedMonth: Defect = {
  name: 'late-revenue-in-closed-month',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'What was served before its invoice changes months that were reported long ago',
  rules: { earnedWhenBooked: (months) => months },
};

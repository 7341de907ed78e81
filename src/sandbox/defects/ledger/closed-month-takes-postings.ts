import type { Defect } from '../defect.ts';

/** The lock was on the screen that lists months and not on the posting. The list has no row for it. */
export const closedMonthTakesPostings: Defect = {
  name: 'closed-month-takes-postings',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A posting by hand still goes into a month that was closed and reported',
  rules: { postingDay: (wanted) => wanted },
};

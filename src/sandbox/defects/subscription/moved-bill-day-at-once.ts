import type { Defect } from '../defect.ts';

/** The day of the call was taken, as one that moves the day of billing to now does. */
export const movedBillDayAtOnce: Defect = {
  name: 'moved-bill-day-at-once',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A period begins when the new bill day is told, not on the day itself',
  rules: { firstBillDay: ({ from }) => ({ start: from, anchor: from }) },
};

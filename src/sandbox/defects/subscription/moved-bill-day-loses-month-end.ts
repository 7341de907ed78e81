import { firstBillDay } from '../../rules/subscription/first-bill-day.ts';
import type { Defect } from '../defect.ts';

/** The first day was kept, not the day that was asked for. */
export const movedBillDayLosesMonthEnd: Defect = {
  name: 'moved-bill-day-loses-month-end',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Moved to the 31st in a month of thirty days, the bill day stays the 30th',
  rules: {
    firstBillDay: (question) => {
      const { start } = firstBillDay(question);
      return { start, anchor: start };
    },
  },
};

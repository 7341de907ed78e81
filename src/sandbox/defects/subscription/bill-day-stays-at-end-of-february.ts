import { firstBillDay } from '../../rules/subscription/first-bill-day.ts';
import type { Defect } from '../defect.ts';

/** Periods were counted from the first bill, and not from the day that was asked for. The list has no row for it. */
export const billDayStaysAtEndOfFebruary: Defect = {
  name: 'bill-day-stays-at-end-of-february',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'A bill day that is moved in February to the 31st is the 28th ever after',
  rules: {
    firstBillDay: (question) => {
      const { start, anchor } = firstBillDay(question);
      return { start, anchor: start.slice(5, 7) === '02' ? start : anchor };
    },
  },
};

import { addDays } from '../../../model/date.ts';
import { firstBillDay } from '../../rules/subscription/first-bill-day.ts';
import type { Defect } from '../defect.ts';

/** Only days after the call were looked at. */
export const movedBillDayWaitsAMonth: Defect = {
  name: 'moved-bill-day-waits-a-month',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Moved to the day that it is, the bill day comes a month late',
  rules: { firstBillDay: ({ day, from }) => firstBillDay({ day, from: addDays(from, 1) }) },
};

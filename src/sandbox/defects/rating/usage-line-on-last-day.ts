import { addDays } from '../../../model/date.ts';
import type { Defect } from '../defect.ts';

/** The line took its dates from the day up to which usage had been grouped. */
export const usageLineOnLastDay: Defect = {
  name: 'usage-line-on-last-day',
  row: 'RAT-06',
  family: 'RAT',
  stage: 'rating',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'The usage line shows the last day of its period only',
  rules: { usageLinePeriod: (billed) => ({ from: addDays(billed.to, -1), to: billed.to }) },
};

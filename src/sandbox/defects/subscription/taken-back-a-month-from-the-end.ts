import { addDays } from '../../../model/date.ts';
import { stepInterval } from '../../arithmetic/step-interval.ts';
import type { Defect } from '../defect.ts';

/** Kill Bill 0.22.26: the end of the period is a moment in UTC, which east of Greenwich lies on the day before it. */
export const takenBackAMonthFromTheEnd: Defect = {
  name: 'taken-back-a-month-from-the-end',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title:
    'The first day of a period is counted a month back from its last one: a short month cannot be taken back',
  rules: {
    firstDayTakenBack: ({ whole, used, trialEnd }) => {
      const counted = addDays(stepInterval(addDays(whole.to, -1), { unit: 'month', count: 1 }, -1), 1);
      return used.from > whole.from || trialEnd !== null ? used.from : counted;
    },
  },
};

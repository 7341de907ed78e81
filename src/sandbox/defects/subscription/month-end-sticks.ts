import { addDays } from '../../../model/date.ts';
import { stepInterval } from '../../arithmetic/step-interval.ts';
import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

/** The last day of a month was taken for an agreed month end. The list has no row for it. */
export const monthEndSticks: Defect = {
  name: 'month-end-sticks',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A day of billing that fell on the last of February moves to the last of every month',
  rules: {
    nextPeriodEnd: (question) => {
      const isMonthEnd = addDays(question.from, 1).endsWith('-01');
      const isMonthly = question.interval.unit === 'month' && question.billing === 'anniversary';
      if (!isMonthEnd || !isMonthly) return nextPeriodEnd(question);
      return addDays(stepInterval(addDays(question.from, 1), question.interval, 1), -1);
    },
  },
};

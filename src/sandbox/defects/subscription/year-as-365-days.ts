import { addDays } from '../../../model/date.ts';
import { earlier } from '../../arithmetic/earlier.ts';
import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

/** Years were stepped by days, as SUB-16 stepped days by months. The list has no row for it. */
export const yearAs365Days: Defect = {
  name: 'year-as-365-days',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'A year is 365 days: after a leap year billing is a day early',
  rules: {
    nextPeriodEnd: (question) => {
      const right = nextPeriodEnd(question);
      if (question.interval.unit !== 'year') return right;
      return earlier(addDays(question.from, 365 * question.interval.count), right);
    },
  },
};

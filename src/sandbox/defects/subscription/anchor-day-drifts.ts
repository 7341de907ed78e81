import { stepInterval } from '../../arithmetic/step-interval.ts';
import { nextPeriodEnd } from '../../rules/subscription/next-period-end.ts';
import type { Defect } from '../defect.ts';

/** The next end was counted from the last, already shortened, day: 31 January, 28 February, 28 March. */
export const anchorDayDrifts: Defect = {
  name: 'anchor-day-drifts',
  row: 'SUB-06',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'After a short month the day of billing stays early for ever',
  rules: {
    nextPeriodEnd: (question) =>
      question.billing === 'anniversary'
        ? stepInterval(question.from, question.interval, 1)
        : nextPeriodEnd(question),
  },
};

import { lateInterest } from '../../rules/payment/late-interest.ts';
import type { Defect } from '../defect.ts';

/** The rate was kept as a whole number. The list has no row for it. */
export const interestAtWholePercent: Defect = {
  name: 'interest-at-whole-percent',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'minor',
  title: 'Interest for late payment is reckoned without the digits after the point of its rate',
  rules: {
    lateInterest: (question) =>
      lateInterest({ ...question, percentPerYear: question.percentPerYear.replace(/\..*/, '') }),
  },
};

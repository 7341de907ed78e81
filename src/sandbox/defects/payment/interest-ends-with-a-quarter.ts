import { lateInterest } from '../../rules/payment/late-interest.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const interestEndsWithAQuarter: Defect = {
  name: 'interest-ends-with-a-quarter',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'major',
  title: 'Interest for late payment is charged for ninety days at most',
  rules: {
    lateInterest: (question) => lateInterest({ ...question, days: Math.min(question.days, 90) }),
  },
};

import { fractionOf, times } from '../../arithmetic/fraction.ts';
import { lateInterest } from '../../rules/payment/late-interest.ts';
import type { Defect } from '../defect.ts';

export const interestOf360Days: Defect = {
  name: 'interest-of-360-days',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'over-billed',
  severity: 'minor',
  title: 'Interest is reckoned with a year of 360 days',
  rules: {
    lateInterest: (question) => times(lateInterest(question), fractionOf(365n, 360n)),
  },
};

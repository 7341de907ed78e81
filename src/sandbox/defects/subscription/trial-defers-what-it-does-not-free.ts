import { paidPart } from '../../rules/payment/paid-part.ts';
import type { Defect } from '../defect.ts';

/** Whatever is charged ahead was treated like the fee of the base. */
export const trialDefersWhatItDoesNotFree: Defect = {
  name: 'trial-defers-what-it-does-not-free',
  row: 'SUB-19',
  family: 'SUB',
  stage: 'subscription',
  effect: 'lost',
  severity: 'major',
  title: 'Charges that a trial does not free are not billed before its end',
  rules: {
    paidPart: (question) => {
      const { charge } = question;
      return paidPart(
        charge.kind === 'recurring' ? { ...question, charge: { ...charge, inTrial: 'free' } } : question,
      );
    },
  },
};

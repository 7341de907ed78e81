import { paymentRefusal } from '../../rules/payment/payment-refusal.ts';
import type { Defect } from '../defect.ts';

/** Something under way was thought to be the whole. The list has no row for it. */
export const smallPartUnderWayForgotten: Defect = {
  name: 'small-part-under-way-forgotten',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Less than half of an invoice that is under way does not keep the whole from being asked for',
  rules: {
    paymentRefusal: (question) => {
      const isSmall = 2n * question.pendingMinor < question.dueMinor;
      return paymentRefusal(isSmall ? { ...question, pendingMinor: 0n } : question);
    },
  },
};

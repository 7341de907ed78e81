import { paymentRefusal } from '../../rules/payment/payment-refusal.ts';
import type { Defect } from '../defect.ts';

/** getlago/lago-api#4553 let a limit be passed by one cent, for the sake of older roundings. */
export const centTooMuchTaken: Defect = {
  name: 'cent-too-much-taken',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'A payment may be a cent more than what is left of an invoice',
  rules: {
    paymentRefusal: (question) => {
      const { dueMinor } = question;
      return paymentRefusal({ ...question, dueMinor: dueMinor > 0n ? dueMinor + 1n : dueMinor });
    },
  },
};

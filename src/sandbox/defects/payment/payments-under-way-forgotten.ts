import { paymentRefusal } from '../../rules/payment/payment-refusal.ts';
import type { Defect } from '../defect.ts';

/** Only what was decided counted against the amount due, not what the gateway was still asked for. */
export const paymentsUnderWayForgotten: Defect = {
  name: 'payments-under-way-forgotten',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Two payments at one instant each take the whole amount due',
  rules: { paymentRefusal: (question) => paymentRefusal({ ...question, pendingMinor: 0n }) },
};

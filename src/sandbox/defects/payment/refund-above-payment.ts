import { refundRefusal } from '../../rules/payment/refund-refusal.ts';
import type { Defect } from '../defect.ts';

/** Each refund was compared with the whole payment, whatever had gone back before. */
export const refundAbovePayment: Defect = {
  name: 'refund-above-payment',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'More goes back than was paid, in several refunds',
  rules: { refundRefusal: (question) => refundRefusal({ ...question, refundedMinor: 0n }) },
};

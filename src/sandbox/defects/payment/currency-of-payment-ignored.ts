import { paymentRefusal } from '../../rules/payment/payment-refusal.ts';
import type { Defect } from '../defect.ts';

export const currencyOfPaymentIgnored: Defect = {
  name: 'currency-of-payment-ignored',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'An invoice is paid by the same number of another currency',
  rules: {
    paymentRefusal: (question) => paymentRefusal({ ...question, currency: question.amount.currency }),
  },
};

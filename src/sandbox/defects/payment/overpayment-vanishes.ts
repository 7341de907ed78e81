import { paymentRefusal } from '../../rules/payment/payment-refusal.ts';
import type { Defect } from '../defect.ts';

export const overpaymentVanishes: Defect = {
  name: 'overpayment-vanishes',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'What is paid above the amount due is taken and stands nowhere',
  rules: {
    paymentRefusal: (question) => {
      const { amount, dueMinor } = question;
      return paymentRefusal({ ...question, dueMinor: dueMinor > 0n ? amount.amountMinor : dueMinor });
    },
    amountSettled: ({ payments, parts }) => {
      const paid = payments.reduce((sum, payment) => sum + payment, 0n);
      const whole = parts.reduce((sum, part) => sum + part, 0n);
      const surplus = paid - whole;
      return surplus > 0n ? paid - surplus : paid;
    },
  },
};

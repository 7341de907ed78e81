import type { Defect } from '../defect.ts';

/** What was paid was compared with the total as a percentage of it. */
export const invoiceOfNothingUnpayable: Defect = {
  name: 'invoice-of-nothing-unpayable',
  row: 'PAY-14',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'major',
  title: 'An invoice below one minor unit divides by zero and cannot be read any more',
  rules: {
    amountSettled: ({ payments, parts }) => {
      const whole = parts.reduce((sum, part) => sum + part, 0n);
      const paid = payments.reduce((sum, payment) => sum + payment, 0n);
      return (paid * 100n) / whole === 100n ? whole : paid;
    },
  },
};

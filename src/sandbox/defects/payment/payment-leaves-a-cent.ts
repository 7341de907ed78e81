import type { Defect } from '../defect.ts';

export const paymentLeavesACent: Defect = {
  name: 'payment-leaves-a-cent',
  row: 'INV-06',
  family: 'INV',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A partial payment is shared out, each share rounded down, and a cent stays open',
  rules: {
    amountSettled: ({ payments, parts }) => {
      const whole = sumOf(parts);
      if (whole === 0n) return sumOf(payments);
      return sumOf(payments.flatMap((payment) => parts.map((part) => (payment * part) / whole)));
    },
  },
};

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => left + right, 0n);
}

import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const smallestInvoicePaidFirst: Defect = {
  name: 'smallest-invoice-paid-first',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'Money that comes by itself pays the smallest debt first',
  rules: {
    allocationOrder: (open) => open.toSorted((left, right) => Number(left.dueMinor - right.dueMinor)),
  },
};

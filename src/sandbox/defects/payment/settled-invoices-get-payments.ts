import { allocate } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

/** Each invoice that was looked at got a row. The list has no row for it. */
export const settledInvoicesGetPayments: Defect = {
  name: 'settled-invoices-get-payments',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'minor',
  title: 'Money that comes is noted on invoices of which nothing is open, too, as a payment of nothing',
  rules: {
    allocate: (open, amountMinor) => {
      const { shares, restMinor } = allocate(open, amountMinor);
      const settled = open.filter(({ dueMinor }) => dueMinor === 0n);
      return {
        shares: [...shares, ...settled.map(({ invoiceId }) => ({ invoiceId, amountMinor: 0n }))],
        restMinor,
      };
    },
  },
};

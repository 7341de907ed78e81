import { allocate } from '../../rules/payment/allocation.ts';
import type { Defect } from '../defect.ts';

/** Only whole invoices were ticked off. */
export const partPaymentSettlesNothing: Defect = {
  name: 'part-payment-settles-nothing',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'Money that is less than an invoice wants settles nothing, and is nowhere',
  rules: {
    allocate: (open, amountMinor) => {
      const { shares, restMinor } = allocate(open, amountMinor);
      const dues = new Map(open.map(({ invoiceId, dueMinor }) => [invoiceId, dueMinor]));
      return {
        shares: shares.filter((share) => share.amountMinor === dues.get(share.invoiceId)),
        restMinor,
      };
    },
  },
};

import { invoicesToPay } from '../../procedures/payment/receive-money.ts';
import { writtenOffOf } from '../../store/invoice-credits.ts';
import type { Defect } from '../defect.ts';

/** killbill/killbill#444: an invoice that was written off went on asking for money. */
export const transferPaysWhatWasWrittenOff: Defect = {
  name: 'transfer-pays-what-was-written-off',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title: 'A transfer goes to an invoice that was written off, before those that are open',
  procedures: {
    invoicesToPay: (context, receipt) =>
      invoicesToPay(context, receipt).map((open) => {
        const lost = writtenOffOf(context, open.invoiceId);
        return { ...open, dueMinor: open.dueMinor + lost };
      }),
  },
};

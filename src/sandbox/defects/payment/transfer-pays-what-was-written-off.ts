import { invoicesToPay } from '../../procedures/payment/receive-money.ts';
import { creditsUsedOn } from '../../store/invoice-credits.ts';
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
        const lost = creditsUsedOn(context, open.invoiceId)
          .filter(({ source }) => source === 'write-off')
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        return { ...open, dueMinor: open.dueMinor + lost };
      }),
  },
};

import { receiveMoney } from '../../procedures/payment/receive-money.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const foundMoneyPaysOneInvoice: Defect = {
  name: 'found-money-pays-one-invoice',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'major',
  title:
    'Money whose owner was found later pays one invoice, and the rest becomes a balance beside open ones',
  procedures: {
    receiveMoney: (context, receipt) => {
      if (receipt.invoiceIds !== null || !receipt.key.startsWith('bank '))
        return receiveMoney(context, receipt);
      const open = context.procedures.invoicesToPay(context, receipt).filter(({ dueMinor }) => dueMinor > 0n);
      return receiveMoney(context, {
        ...receipt,
        invoiceIds: open.slice(0, 1).map(({ invoiceId }) => invoiceId),
      });
    },
  },
};

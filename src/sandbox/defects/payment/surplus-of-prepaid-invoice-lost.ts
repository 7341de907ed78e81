import type { Context } from '../../engine.ts';
import { keepSurplus } from '../../procedures/credit/keep-surplus.ts';
import { invoicesToPay } from '../../procedures/payment/receive-money.ts';
import { creditsUsedOn } from '../../store/invoice-credits.ts';
import { paymentById } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

function paidByWallets(context: Context, invoiceId: string): bigint {
  return creditsUsedOn(context, invoiceId)
    .filter(({ source }) => source === 'wallet')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/** What is left was reckoned without the wallets, when money came and when it was too much. The list has no row for it. */
export const surplusOfPrepaidInvoiceLost: Defect = {
  name: 'surplus-of-prepaid-invoice-lost',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-credited',
  severity: 'major',
  title:
    'Of a transfer that is too much for a partly prepaid invoice, the prepaid part is not kept for the customer',
  procedures: {
    invoicesToPay: (context, receipt) =>
      invoicesToPay(context, receipt).map((open) =>
        open.dueMinor > 0n
          ? { ...open, dueMinor: open.dueMinor + paidByWallets(context, open.invoiceId) }
          : open,
      ),
    keepSurplus: (context, paymentId) => {
      const { invoiceId } = paymentById(context, paymentId);
      if (paidByWallets(context, invoiceId) === 0n) keepSurplus(context, paymentId);
    },
  },
};

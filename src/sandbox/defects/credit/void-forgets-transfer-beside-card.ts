import { moneyKept } from '../../procedures/credit/money-kept.ts';
import { paymentsForInvoice } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** Only what the gateway knew was summed, wherever it knew of anything. The list has no row for it. */
export const voidForgetsTransferBesideCard: Defect = {
  name: 'void-forgets-transfer-beside-card',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'Of an invoice that a card and a transfer paid, a void gives back what the card paid',
  procedures: {
    moneyKept: (context, invoice) => {
      const kept = moneyKept(context, invoice);
      const paid = paymentsForInvoice(context, invoice.id).filter(({ status }) => status === 'succeeded');
      const byCard = paid.filter(({ gatewayAmountMinor }) => gatewayAmountMinor !== null);
      if (byCard.length === 0) return kept;
      const byTransfer = paid.filter((payment) => !byCard.includes(payment));
      return byTransfer.reduce((left, { amount }) => left - amount.amountMinor, kept);
    },
  },
};

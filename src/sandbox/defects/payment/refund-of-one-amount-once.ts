import { standardProcedures } from '../../procedures/index.ts';
import { refundsOf } from '../../store/refunds.ts';
import type { Defect } from '../defect.ts';

/** Who clicked twice was to be stopped, and a repeat was known by its payment and amount. */
export const refundOfOneAmountOnce: Defect = {
  name: 'refund-of-one-amount-once',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-credited',
  severity: 'major',
  title: 'A second refund of the same amount of a payment is taken for a repeat of the first',
  procedures: {
    beginRefund: (context, request) => {
      const { amountMinor } = request.amount;
      const alike = refundsOf(context, { column: 'payment', id: request.paymentId }).find(
        ({ amount }) => amount.amountMinor === amountMinor,
      );
      if (alike !== undefined) return { refundId: alike.id, state: 'attempted-before' };
      return standardProcedures.beginRefund(context, request);
    },
  },
};

import { minorUnitDigits } from '../../../model/currency.ts';
import { withinPatience } from '../../procedures/payment/ask-gateway.ts';
import { refundById } from '../../store/refunds.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const refundOfYenTimesHundred: Defect = {
  name: 'refund-of-yen-times-hundred',
  row: 'CUR',
  family: 'CUR',
  stage: 'payment',
  effect: 'wrong-payment',
  severity: 'critical',
  title: 'A refund in a currency without small coins is asked for in hundredths',
  procedures: {
    askForRefund: (context, refundId) => {
      const { customerId, amount } = refundById(context, refundId);
      const { tenantId } = context;
      const amountMinor =
        minorUnitDigits(amount.currency) === 0 ? amount.amountMinor * 100n : amount.amountMinor;
      const order = { tenantId, key: refundId, customerId, currency: amount.currency, amountMinor };
      return withinPatience(context.gateway.order({ ...order, kind: 'refund' }));
    },
  },
};

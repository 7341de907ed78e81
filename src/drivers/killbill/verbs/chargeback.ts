import { TargetRefusal } from '../../../target/session.ts';
import type { GatewayVerbs } from '../../../target/verbs/gateway.ts';
import { invoicePaymentAnswer } from '../answers.ts';
import { jsonNumber } from '../lossless-json.ts';
import { refuse } from '../refuse.ts';
import type { WorldState } from '../world-state.ts';

const operation = 'payment.chargeback';

/** The customer's bank took a payment back, and told so. All else of a payment service needs a plugin. */
export function chargebackVerbs({ calls, clock }: WorldState): Pick<GatewayVerbs, 'notifyPayment'> {
  return {
    notifyPayment: async ({ id, paymentId, outcome }) => {
      await clock.takeTurn();
      if (outcome !== 'charged-back') refuse(operation, `the news that a payment is ${outcome}`);
      const path = `/1.0/kb/invoicePayments/${encodeURIComponent(paymentId)}`;
      const { transactions } = await calls.get('payment.read', path, invoicePaymentAnswer);
      if (transactions.some(({ transactionExternalKey }) => transactionExternalKey === id)) return;
      const paid = transactions.find(({ transactionType }) => transactionType === 'PURCHASE');
      if (paid === undefined) throw new TargetRefusal({ operation, status: 404, answer: 'nothing was paid' });
      await calls.write({
        operation,
        path: `${path}/chargebacks`,
        body: { amount: jsonNumber(paid.amount), currency: paid.currency, transactionExternalKey: id },
        naturalKey: `refund/${id}`,
      });
      await clock.settle();
    },
  };
}

import { moneyAmount } from '../../../model/money.ts';
import type { PaymentVerbs } from '../../../target/verbs/payment.ts';
import { paymentAnswer, paymentsAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';

const record = 'payment.record';

export function paymentVerbs(calls: SandboxCalls): PaymentVerbs {
  return {
    pay: ({ key, invoiceId, amount }) => {
      const body = { invoiceId, amount: { amount: moneyAmount(amount), currency: amount.currency } };
      return calls.create({ operation: record, path: '/v1/payments', body, key }, paymentAnswer);
    },
    amendPayment: async (paymentId, amount) => {
      const body = { amount: { amount: moneyAmount(amount), currency: amount.currency } };
      await calls.send('PATCH', {
        operation: 'payment.amend',
        path: `/v1/payments/${encodeURIComponent(paymentId)}`,
        body,
      });
    },
    payments: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      const { payments } = await calls.get('payment.list', `/v1/payments?${query}`, paymentsAnswer);
      return payments.map((payment) => calls.withOwnKey(payment, record));
    },
  };
}

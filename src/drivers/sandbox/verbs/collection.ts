import { z } from 'zod';
import { type Money, moneyAmount } from '../../../model/money.ts';
import type { CollectionVerbs } from '../../../target/verbs/collection.ts';
import { day, money } from '../answer-values.ts';
import { paymentAnswer } from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { invoicePath } from './invoice.ts';

const refundAnswer = z.object({
  id: z.string(),
  key: z.string(),
  paymentId: z.string(),
  amount: money,
  status: z.enum(['succeeded', 'declined', 'pending']),
  date: day,
});
const refundsAnswer = z.object({ refunds: z.array(refundAnswer) });
const receiptAnswer = z.object({ payments: z.array(paymentAnswer), surplus: money });

export function collectionVerbs(calls: SandboxCalls): CollectionVerbs {
  const wire = (amount: Money) => ({ amount: moneyAmount(amount), currency: amount.currency });
  const once = (call: { operation: string; path: string; key: string; body: object }) =>
    calls.client.write({
      operation: call.operation,
      method: 'POST',
      path: call.path,
      body: call.body,
      idempotencyKey: `${calls.world.keyPrefix}${call.operation}/${call.key}`,
    });
  return {
    refund: ({ key, paymentId, amount }) => {
      const path = `/v1/payments/${encodeURIComponent(paymentId)}/refunds`;
      const body = { amount: wire(amount) };
      return calls.create({ operation: 'payment.refund', path, body, key }, refundAnswer);
    },
    refunds: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      const { refunds } = await calls.get('refund.list', `/v1/refunds?${query}`, refundsAnswer);
      return refunds.map((refund) => calls.withOwnKey(refund, 'payment.refund'));
    },
    receive: async ({ key, customerId, amount, invoiceIds }) => {
      const operation = 'payment.receive';
      const body = { customerId, amount: wire(amount), invoiceIds };
      const answer = await once({ operation, path: '/v1/receipts', key, body });
      const { payments, surplus } = readAnswer(operation, receiptAnswer, answer);
      return { payments: payments.map((payment) => calls.withOwnKey(payment, operation)), surplus };
    },
    writeOff: async (key, invoiceId) => {
      const path = `${invoicePath(invoiceId)}/write-off`;
      await once({ operation: 'invoice.write-off', path, key, body: {} });
    },
  };
}

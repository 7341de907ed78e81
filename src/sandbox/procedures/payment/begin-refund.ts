import type { NewRefund } from '../../../model/billing/refund.ts';
import { formatMoney } from '../../../model/money.ts';
import type { RefundAttempt } from '../../engine/collection-procedures.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { countExecution } from '../../store/executions.ts';
import { invoiceById } from '../../store/invoices.ts';
import { paymentById } from '../../store/payments.ts';
import { insertRefund, refundByKey, refundsOf } from '../../store/refunds.ts';
import { todayOf } from '../../store/tenants.ts';

export function beginRefund(context: Context, request: NewRefund): RefundAttempt {
  const known = refundByKey(context, request.key);
  if (known !== null) {
    if (context.rules.isSameRequest(requestText(known), requestText(request)))
      return { refundId: known.id, state: 'attempted-before' };
    const message = 'Found the key on another refund.';
    throw new Refusal({ status: 409, field: 'idempotency-key', message });
  }
  const payment = paymentById(context, request.paymentId);
  const refusal = context.rules.refundRefusal({
    amount: request.amount,
    payment,
    refundedMinor: refundedBefore(context, payment.id),
    isVoid: invoiceById(context, payment.invoiceId).voidedOn !== null,
  });
  if (refusal !== null) refuse('amount', refusal);
  return writeRefund(context, request);
}

function requestText({ paymentId, amount }: Pick<NewRefund, 'paymentId' | 'amount'>): string {
  return `${formatMoney(amount)} of ${paymentId}`;
}

export function writeRefund(context: Context, request: NewRefund): RefundAttempt {
  const refundId = newId('ref');
  const { invoiceId } = paymentById(context, request.paymentId);
  const { customerId } = invoiceById(context, invoiceId);
  const date = todayOf(context.store, context.tenantId);
  countExecution(context, request.key);
  insertRefund(context, { ...request, id: refundId, invoiceId, customerId, date });
  return { refundId, state: 'new' };
}

/** Also what is still on its way. */
function refundedBefore(context: Context, paymentId: string): bigint {
  return refundsOf(context, { column: 'payment', id: paymentId })
    .filter(({ status }) => status !== 'declined')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}

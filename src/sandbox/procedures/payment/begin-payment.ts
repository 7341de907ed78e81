import { formatMoney } from '../../../model/money.ts';
import { openAmounts } from '../../billing/stored-invoice.ts';
import type { PaymentAttempt, PaymentRequest } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { countExecution } from '../../store/executions.ts';
import { invoiceById } from '../../store/invoices.ts';
import { insertPayment, paymentByKey, pendingFor } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';

export function beginPayment(context: Context, request: PaymentRequest): PaymentAttempt {
  const known = paymentByKey(context, request.key);
  if (known !== null) {
    if (context.rules.isSameRequest(requestText(known), requestText(request))) {
      return { paymentId: known.id, state: 'attempted-before' };
    }
    throw new Refusal({
      status: 409,
      field: 'idempotency-key',
      message: 'Found the key on another payment.',
    });
  }
  const invoice = invoiceById(context, request.invoiceId);
  const refusal = context.rules.paymentRefusal({
    amount: request.amount,
    currency: invoice.currency,
    dueMinor: context.rules.amountDue(openAmounts(invoice)),
    pendingMinor: pendingFor(context, invoice.id),
  });
  if (refusal !== null) refuse('amount', refusal);
  context.procedures.requireRate(context, invoice.customerId);
  return writeAttempt(context, request);
}

function requestText({ invoiceId, amount }: Pick<PaymentRequest, 'invoiceId' | 'amount'>): string {
  return `${formatMoney(amount)} for ${invoiceId}`;
}

export function writeAttempt(context: Context, request: PaymentRequest): PaymentAttempt {
  const id = newId('pay');
  const { customerId } = invoiceById(context, request.invoiceId);
  countExecution(context, request.key);
  insertPayment(context, { ...request, id, customerId, date: todayOf(context.store, context.tenantId) });
  return { paymentId: id, state: 'new' };
}

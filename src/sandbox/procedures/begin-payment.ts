import { equalMoney, formatMoney } from '../../model/money.ts';
import { openAmounts } from '../billing/stored-invoice.ts';
import type { Context, PaymentAttempt, PaymentRequest } from '../engine.ts';
import { newId } from '../new-id.ts';
import { Refusal, refuse } from '../refusal.ts';
import { invoiceById } from '../store/invoices.ts';
import { insertPayment, paymentByKey } from '../store/payments.ts';
import { todayOf } from '../store/tenants.ts';

export function beginPayment(context: Context, request: PaymentRequest): PaymentAttempt {
  const known = paymentByKey(context, request.key);
  if (known !== null) {
    if (known.invoiceId === request.invoiceId && equalMoney(known.amount, request.amount)) {
      return { paymentId: known.id, state: 'attempted-before' };
    }
    throw new Refusal({
      status: 409,
      field: 'idempotency-key',
      message: 'Found the key on another payment.',
    });
  }
  const invoice = invoiceById(context, request.invoiceId);
  const dueMinor = context.rules.amountDue(openAmounts(invoice));
  if (request.amount.amountMinor > dueMinor) {
    refuse('amount', `Found ${formatMoney(request.amount)}, expected at most what is due.`);
  }
  return writeAttempt(context, request);
}

export function writeAttempt(context: Context, request: PaymentRequest): PaymentAttempt {
  const id = newId('pay');
  const { customerId } = invoiceById(context, request.invoiceId);
  insertPayment(context, { ...request, id, customerId, date: todayOf(context.store, context.tenantId) });
  return { paymentId: id, state: 'new' };
}

import { formatMoney } from '../../model/money.ts';
import type { Context, PaymentRequest } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { countExecution } from '../store/executions.ts';
import { invoiceById } from '../store/invoices.ts';
import { settlePayment } from '../store/payments.ts';
import { todayOf } from '../store/tenants.ts';

/** The gateway within takes every amount; what it was asked for stays visible on the payment. */
export function pay(context: Context, request: PaymentRequest): string {
  return context.store.transaction(() => {
    const invoice = invoiceById(context, request.invoiceId);
    if (request.amount.currency !== invoice.currency || request.amount.amountMinor <= 0n) {
      refuse(
        'amount',
        `Found ${formatMoney(request.amount)}, expected a positive amount in ${invoice.currency}.`,
      );
    }
    const { paymentId, state } = context.procedures.beginPayment(context, request);
    if (state === 'attempted-before') return paymentId;
    const gatewayAmountMinor = context.rules.gatewayAmount(request.amount);
    countExecution(context, request.key);
    settlePayment(context, paymentId, { status: 'succeeded', gatewayAmountMinor });
    context.procedures.postLedger(context, {
      date: todayOf(context.store, context.tenantId),
      currency: invoice.currency,
      customerId: invoice.customerId,
      invoiceId: invoice.id,
      lines: context.rules.paymentPostings(request.amount.amountMinor),
    });
    context.procedures.emitEvent(context, { kind: 'payment.succeeded', objectId: paymentId });
    return paymentId;
  });
}

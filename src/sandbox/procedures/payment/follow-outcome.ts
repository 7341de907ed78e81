import { unreachable } from '../../../model/fault.ts';
import type { PaymentOutcome } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';
import { invoiceById } from '../../store/invoices.ts';
import { customerOfPayment, paymentById } from '../../store/payments.ts';
import { refundsOf } from '../../store/refunds.ts';
import { todayOf } from '../../store/tenants.ts';

export function followOutcome(context: Context, outcome: PaymentOutcome): void {
  const { paymentId, status } = outcome;
  switch (status) {
    case 'pending':
    case 'declined':
      return;
    case 'succeeded':
      postPayment(context, paymentId, 1n);
      context.procedures.keepSurplus(context, paymentId);
      context.procedures.emitEvent(context, { kind: 'payment.succeeded', objectId: paymentId });
      lookAtDebts(context, paymentId, 'payment');
      return;
    case 'charged-back':
      postPayment(context, paymentId, -1n);
      reclaimKept(context, paymentId);
      lookAtDebts(context, paymentId, 'chargeback');
      return;
    default:
      unreachable(status, 'state of a payment');
  }
}

/** What was paid for a void invoice is on the balance, less what went back of it before. */
function reclaimKept(context: Context, paymentId: string): void {
  const { amount, invoiceId } = paymentById(context, paymentId);
  const invoice = invoiceById(context, invoiceId);
  if (invoice.voidedOn === null) return;
  const refunded = refundsOf(context, { column: 'payment', id: paymentId })
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, refund) => sum + refund.amount.amountMinor, 0n);
  context.procedures.reclaimCredit(context, invoice, amount.amountMinor - refunded);
}

function lookAtDebts(context: Context, paymentId: string, cause: 'payment' | 'chargeback'): void {
  context.procedures.dun(context, { customerId: customerOfPayment(context, paymentId), cause });
}

/** A chargeback is the payment the other way round. */
function postPayment(context: Context, paymentId: string, sign: 1n | -1n): void {
  const { amount, invoiceId } = paymentById(context, paymentId);
  const invoice = invoiceById(context, invoiceId);
  context.procedures.postLedger(context, {
    date: todayOf(context.store, context.tenantId),
    currency: invoice.currency,
    customerId: invoice.customerId,
    invoiceId,
    lines: context.rules.paymentPostings(sign * amount.amountMinor),
  });
}

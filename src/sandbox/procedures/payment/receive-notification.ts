import type { PaymentNotification } from '../../../model/billing/gateway.ts';
import type { Context } from '../../engine.ts';
import { paymentById } from '../../store/payments.ts';

/**
 * A notification says only that there is news. What it is stands at the gateway, so it does not matter how often, how late
 * or in which order notifications come.
 */
export async function receiveNotification(
  context: Context,
  notification: PaymentNotification,
): Promise<void> {
  const payment = paymentById(context, notification.paymentId);
  await context.procedures.reconcilePayment(context, payment.id);
}

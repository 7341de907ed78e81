import type { Context } from '../../engine.ts';
import { paymentById } from '../../store/payments.ts';
import { todayOf } from '../../store/tenants.ts';
import { bringTo, takeAnswer } from './take-answer.ts';

/** What the gateway never heard of until the next day was never asked, as when the process died just before. */
export async function reconcilePayment(context: Context, paymentId: string): Promise<void> {
  const payment = paymentById(context, paymentId);
  const found = await context.gateway.find(context.tenantId, context.rules.gatewayKey(payment));
  if (found !== null) return takeAnswer(context, { paymentId, answer: found });
  if (payment.date < todayOf(context.store, context.tenantId))
    bringTo(context, { paymentId, status: 'declined' });
}

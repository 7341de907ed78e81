import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../engine.ts';
import type { GatewayAnswer } from '../../gateway/gateway.ts';
import { customerOfPayment, noteAsked, paymentById } from '../../store/payments.ts';

/** How long the engine waits for the gateway. */
const patienceMs = 40;

/** What is asked for is noted before it is asked. */
export async function askGateway(context: Context, paymentId: string): Promise<GatewayAnswer | 'no-answer'> {
  const payment = paymentById(context, paymentId);
  const amountMinor = context.rules.gatewayAmount(payment.amount);
  noteAsked(context, paymentId, amountMinor);
  const answer = context.gateway.order({
    tenantId: context.tenantId,
    key: context.rules.gatewayKey(payment),
    customerId: customerOfPayment(context, paymentId),
    kind: 'charge',
    currency: payment.amount.currency,
    amountMinor,
  });
  return withinPatience(answer);
}

export function withinPatience(answer: Promise<GatewayAnswer>): Promise<GatewayAnswer | 'no-answer'> {
  const over = new AbortController();
  const patience = pause(patienceMs, 'no-answer' as const, { signal: over.signal });
  // Whichever of the two comes second is nobody's any more.
  patience.catch(() => undefined);
  return Promise.race([answer, patience]).finally(() => over.abort());
}

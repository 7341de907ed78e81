import type { PaymentRequest } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';

/** Written, asked, ended: what happens between two of them is found out by reading the gateway, never by asking again. */
export async function pay(context: Context, request: PaymentRequest): Promise<string> {
  const { paymentId, state } = context.store.transaction(() =>
    context.procedures.beginPayment(context, request),
  );
  if (state === 'attempted-before') return paymentId;
  const answer = await context.procedures.askGateway(context, paymentId);
  await context.procedures.takeAnswer(context, { paymentId, answer });
  return paymentId;
}

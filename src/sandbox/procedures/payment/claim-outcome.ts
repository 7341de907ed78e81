import type { PaymentOutcome } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';
import { changeStatus, paymentById } from '../../store/payments.ts';

export function claimOutcome(context: Context, outcome: PaymentOutcome): boolean {
  const { paymentId, status: to } = outcome;
  const { status: from } = paymentById(context, paymentId);
  return context.rules.mayBecome(from, to) && changeStatus(context, { paymentId, from, to });
}

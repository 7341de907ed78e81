import type { AnsweredPayment, PaymentOutcome } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';
import { noteDecline } from '../../store/dunning.ts';

/** No answer is no decline: the money may have moved, so the gateway is read. */
export async function takeAnswer(context: Context, answered: AnsweredPayment): Promise<void> {
  const { paymentId, answer } = answered;
  if (answer === 'no-answer') return context.procedures.reconcilePayment(context, paymentId);
  if (answer.status === 'declined') noteDecline(context, paymentId, answer.decline);
  bringTo(context, { paymentId, status: answer.status });
}

/** Claim and consequences are one: nobody ever sees a payment that went through and is not in the books. */
export function bringTo(context: Context, outcome: PaymentOutcome): void {
  if (outcome.status === 'pending') return;
  context.store.transaction(() => {
    if (context.procedures.claimOutcome(context, outcome)) context.procedures.followOutcome(context, outcome);
  });
}

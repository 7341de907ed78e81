import type { PaymentAmendment } from '../../engine/payment-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { paymentById, setAmount } from '../../store/payments.ts';

export function amendPayment(context: Context, amendment: PaymentAmendment): void {
  const { id, status } = paymentById(context, amendment.paymentId);
  if (!context.rules.mayAmendAmount(status))
    refuse('amount', 'Found another amount for a payment that exists, expected none: make a new payment.');
  setAmount(context, id, amendment.amount);
}

import type { Payment } from '../../../model/billing/payment.ts';
import { formatMoney, type Money, moneyOf } from '../../../model/money.ts';

export interface RefundQuestion {
  readonly amount: Money;
  readonly payment: Pick<Payment, 'id' | 'amount' | 'status'>;
  /** Given back of the payment before, or on its way back. */
  readonly refundedMinor: bigint;
  /** The invoice was voided: what was paid for it is on the customer's balance. */
  readonly isVoid: boolean;
}

/** Why the refund is not made, or null: never more goes back than came. */
export function refundRefusal({ amount, payment, refundedMinor, isVoid }: RefundQuestion): string | null {
  const { currency } = payment.amount;
  if (payment.status !== 'succeeded')
    return `Found a payment that is ${payment.status}, expected money that came.`;
  if (isVoid) return 'Found a payment of a void invoice, expected one in force: its money is on the balance.';
  if (amount.currency !== currency || amount.amountMinor <= 0n)
    return `Found ${formatMoney(amount)}, expected a positive amount in ${currency}.`;
  const left = payment.amount.amountMinor - refundedMinor;
  if (amount.amountMinor > left)
    return `Found ${formatMoney(amount)}, expected at most what is left of it: ${formatMoney(moneyOf(left, currency))}.`;
  return null;
}

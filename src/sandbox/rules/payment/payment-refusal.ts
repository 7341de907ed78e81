import { formatMoney, type Money, moneyOf } from '../../../model/money.ts';

export interface PaymentQuestion {
  readonly amount: Money;
  /** Of the invoice that is to be paid. */
  readonly currency: string;
  readonly dueMinor: bigint;
  /** Asked of the gateway before and not decided yet. */
  readonly pendingMinor: bigint;
}

/** Why the payment is not taken, or null: what is on its way already is not asked for a second time. */
export function paymentRefusal(question: PaymentQuestion): string | null {
  const { amount, currency } = question;
  if (amount.currency !== currency || amount.amountMinor <= 0n)
    return `Found ${formatMoney(amount)}, expected a positive amount in ${currency}.`;
  const openMinor = question.dueMinor - question.pendingMinor;
  if (amount.amountMinor > openMinor)
    return `Found ${formatMoney(amount)}, expected at most what is due: ${formatMoney(moneyOf(openMinor, currency))}.`;
  return null;
}

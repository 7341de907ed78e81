import type { Money } from '../../../model/money.ts';

/** The amount as the payment gateway takes it: in the currency's own minor units, be they 0, 2 or 3 digits. */
export function gatewayAmount(amount: Money): bigint {
  return amount.amountMinor;
}

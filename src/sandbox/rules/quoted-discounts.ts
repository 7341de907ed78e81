import type { Discount } from '../../model/billing/customer.ts';

/** The discounts that a preview takes off: all that the invoice will take off. */
export function quotedDiscounts(redeemed: readonly Discount[]): readonly Discount[] {
  return redeemed;
}

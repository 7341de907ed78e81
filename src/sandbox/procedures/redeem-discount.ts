import type { Context, Redemption } from '../engine.ts';
import { customerById, discountsOf, insertDiscount } from '../store/customers.ts';

/** A code counts once for each customer, however often it is redeemed. */
export function redeemDiscount(context: Context, redemption: Redemption): void {
  const { discount } = redemption;
  const customer = customerById(context, redemption.customerId);
  context.store.transaction(() => {
    const isKnown = discountsOf(context, customer.id).some((each) => each.code === discount.code);
    if (!isKnown) insertDiscount(context, customer.id, discount);
  });
}

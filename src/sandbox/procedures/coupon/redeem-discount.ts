import type { Redemption } from '../../engine/coupon-procedures.ts';
import type { Context } from '../../engine.ts';
import { appliedCoupons, insertDiscount } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';

/** A code counts once for each customer, however often it is redeemed. */
export function redeemDiscount(context: Context, redemption: Redemption): void {
  const { discount } = redemption;
  const customer = customerById(context, redemption.customerId);
  context.store.transaction(() => {
    const isKnown = appliedCoupons(context, customer.id).some(({ coupon }) => coupon.code === discount.code);
    if (!isKnown) insertDiscount(context, customer.id, discount);
  });
}

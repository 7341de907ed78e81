import type { Coupon, CouponRedemption } from '../../../model/billing/coupon.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { couponNamed, insertRedemption, redemptionByKey, takeRedemption } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { countExecution } from '../../store/executions.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';

/** Key, claim and redemption are one transaction: of two requests for the last one, one finds nothing left. */
export function redeemCoupon(context: Context, redemption: CouponRedemption): string {
  return context.store.transaction(() => {
    const known = redemptionByKey(context, redemption);
    if (known !== null) return known;
    const coupon = redeemableCoupon(context, redemption);
    if (!context.procedures.claimRedemption(context, coupon)) {
      throw new Refusal({
        status: 409,
        field: 'code',
        message: `Found the coupon ${coupon.code} used up, expected a redemption that is left.`,
      });
    }
    countExecution(context, redemption.key);
    return writeRedemption(context, redemption, coupon);
  });
}

/** The coupon as it is now, when it can be redeemed by the customer today at all. */
export function redeemableCoupon(context: Context, redemption: CouponRedemption): Coupon {
  const customer = customerById(context, redemption.customerId);
  const coupon = couponNamed(context, redemption.code);
  const today = todayOf(context.store, context.tenantId);
  if (!context.rules.couponRedeemable(coupon, today)) {
    refuse(
      'code',
      `Found a coupon that could be redeemed until ${coupon.redeemBy}, expected one that still can.`,
    );
  }
  const { value } = coupon;
  if (value.kind === 'amount' && value.currency !== customer.currency) {
    refuse('code', `Found a coupon in ${value.currency}, expected one in ${customer.currency}.`);
  }
  if (redemption.subscriptionId !== null) {
    const { customerId } = subscriptionById(context, redemption.subscriptionId);
    if (customerId !== customer.id) refuse('subscriptionId', 'Found a subscription of somebody else.');
  }
  return coupon;
}

export function writeRedemption(context: Context, redemption: CouponRedemption, coupon: Coupon): string {
  const id = newId('red');
  const redeemedOn = todayOf(context.store, context.tenantId);
  insertRedemption(context, { ...redemption, id, coupon, redeemedOn });
  return id;
}

/** One update that counts and compares at once, so that nobody comes between. */
export function claimRedemption(context: Context, coupon: Coupon): boolean {
  return takeRedemption(context, coupon);
}

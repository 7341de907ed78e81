import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { AppliedCoupon } from '../../billing/applied-coupon.ts';

/** Coupons for some lines come before those for the whole invoice; among equals the one redeemed first. */
export function discountOrder(
  coupons: readonly AppliedCoupon[],
  habit: PolicyProfile['discountOrder'] = 'narrow-first',
): readonly AppliedCoupon[] {
  if (habit === 'as-redeemed') return coupons;
  return coupons.toSorted((left, right) => Number(isForAll(left)) - Number(isForAll(right)));
}

function isForAll({ coupon, subscriptionId }: AppliedCoupon): boolean {
  return coupon.scope.kind === 'invoice' && subscriptionId === null;
}

import { unreachable } from '../../../model/fault.ts';
import type { AppliedCoupon } from '../../billing/applied-coupon.ts';

export interface CouponLine {
  readonly subscriptionId: string | null;
  readonly plan: string | null;
  readonly charge: string | null;
}

/** Whether the coupon is for the line: by the subscription that it was redeemed for, and by what it is good for. */
export function couponTargets(applied: AppliedCoupon, line: CouponLine): boolean {
  if (applied.subscriptionId !== null && applied.subscriptionId !== line.subscriptionId) return false;
  const { scope } = applied.coupon;
  switch (scope.kind) {
    case 'invoice':
      return true;
    case 'plans':
      return line.plan !== null && scope.plans.includes(line.plan);
    case 'charges':
      return line.charge !== null && scope.charges.includes(line.charge);
    default:
      return unreachable(scope, 'coupon scope');
  }
}

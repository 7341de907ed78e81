import type { LocalDate } from '../../../model/date.ts';
import type { AppliedCoupon } from '../../billing/applied-coupon.ts';

/** Whether an invoice of the day is still reduced: redeemed by then, not past its last day, not used up. */
export function couponInForce(applied: AppliedCoupon, issueDate: LocalDate): boolean {
  const { validUntil, invoicesMax } = applied.coupon;
  if (applied.redeemedOn > issueDate) return false;
  if (validUntil !== null && issueDate > validUntil) return false;
  return invoicesMax === null || applied.uses < invoicesMax;
}

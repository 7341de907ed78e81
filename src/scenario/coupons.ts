import type { Coupon, CouponScope, CouponValue } from '../model/billing/coupon.ts';
import { type LocalDate, localDate } from '../model/date.ts';
import type { Decimal } from '../model/decimal.ts';
import { type Money, moneyAmount } from '../model/money.ts';
import type { CouponHeld } from '../oracle/subscription/billing-history.ts';

/** A coupon for everything, for ever and for everybody, unless told otherwise. */
export function couponOf(code: string, value: CouponValue, limits: Partial<Coupon> = {}): Coupon {
  return {
    code,
    value,
    scope: { kind: 'invoice' },
    redeemBy: null,
    validUntil: null,
    invoicesMax: null,
    redemptionsMax: null,
    ...limits,
  };
}

export function percentOff(percent: Decimal): CouponValue {
  return { kind: 'percent', percent };
}

export function amountOff(amount: Decimal, currency = 'EUR'): CouponValue {
  return { kind: 'amount', amount, currency };
}

export function moneyOffCoupon(amount: Money): CouponValue {
  return amountOff(moneyAmount(amount), amount.currency);
}

export function forPlans(...plans: readonly string[]): CouponScope {
  return { kind: 'plans', plans };
}

export function forCharges(...charges: readonly string[]): CouponScope {
  return { kind: 'charges', charges };
}

/** In a customer's hands from the day on, for one of his subscriptions or for all. */
export function held(coupon: Coupon, on: string, subscription: string | null = null): CouponHeld {
  const redeemedOn: LocalDate = localDate(on);
  return { coupon, redeemedOn, subscription };
}

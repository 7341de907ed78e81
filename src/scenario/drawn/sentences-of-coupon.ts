import type { CouponHeld } from '../../oracle/subscription/billing-history.ts';
import { showDate } from '../language/date-text.ts';
import { showPrice } from '../language/price-text.ts';
import { type Said, step, unsaid } from '../said.ts';

/** A coupon for whole invoices, with one limit at most. */
export function sentencesOfCoupon({ coupon, subscription }: CouponHeld): Said {
  const { code, value, scope, validUntil, invoicesMax, redeemBy, redemptionsMax } = coupon;
  const limits = [validUntil, invoicesMax].filter((limit) => limit !== null);
  const isSimple = scope.kind === 'invoice' && subscription === null && limits.length < 2;
  if (!isSimple || redeemBy !== null || redemptionsMax !== null) return unsaid(`the coupon "${code}"`);
  if (value.kind === 'amount') {
    const sentence = `the coupon "${code}" gives ${showPrice(value.amount, value.currency)} off`;
    return limits.length === 0
      ? step(sentence)
      : unsaid(`for how long the coupon "${code}" gives its amount`);
  }
  const sentence = `the coupon "${code}" gives ${value.percent}% off`;
  if (validUntil !== null) return step(`${sentence} until ${showDate(validUntil)}`);
  if (invoicesMax === null) return step(sentence);
  return step(`${sentence} ${invoicesMax} invoice${invoicesMax === 1 ? '' : 's'}`);
}

import { discountOrder } from '../../rules/coupon/discount-order.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const invoiceCouponBeforeLineCoupon: Defect = {
  name: 'invoice-coupon-before-line-coupon',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'minor',
  title: 'Coupons for the whole invoice are taken off before those for some lines',
  rules: { discountOrder: (coupons) => discountOrder(coupons).toReversed() },
};

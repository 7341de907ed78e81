import { discountOrder } from '../../rules/coupon/discount-order.ts';
import type { Defect } from '../defect.ts';

/** mollie/laravel-cashier-mollie#96 */
export const codeCountsOnce: Defect = {
  name: 'code-counts-once',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'major',
  title: 'Of one code that is redeemed for two subscriptions only the first redemption counts',
  rules: {
    discountOrder: (coupons, habit) => {
      const codes = coupons.map(({ coupon }) => coupon.code);
      return discountOrder(
        coupons.filter(({ coupon }, index) => codes.indexOf(coupon.code) === index),
        habit,
      );
    },
  },
};

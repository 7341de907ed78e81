import { countCouponUses } from '../../procedures/coupon/count-coupon-uses.ts';
import type { Defect } from '../defect.ts';

/** woocommerce/woocommerce#25785. */
export const couponNotUsedByReplacement: Defect = {
  name: 'coupon-not-used-by-replacement',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'An invoice that is billed again takes its coupon without counting it',
  procedures: {
    countCouponUses: (context, draft) => {
      // A replacement is made from the invoice that it replaces.
      if (!('voidedOn' in draft)) countCouponUses(context, draft);
    },
  },
};

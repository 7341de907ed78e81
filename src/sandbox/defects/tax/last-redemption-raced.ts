import { setTimeout as pause } from 'node:timers/promises';
import { redeemableCoupon, writeRedemption } from '../../procedures/coupon/redeem-coupon.ts';
import { Refusal } from '../../refusal.ts';
import { redemptionByKey, redemptionsOf } from '../../store/coupons.ts';
import type { Defect } from '../defect.ts';

/** They were counted first and written down afterwards, and nothing was locked in between. */
export const lastRedemptionRaced: Defect = {
  name: 'last-redemption-raced',
  row: 'TAX-01',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'critical',
  title: 'Requests at one instant all find the last redemption of a coupon still there',
  procedures: {
    redeemCoupon: async (context, redemption) => {
      const known = redemptionByKey(context, redemption);
      if (known !== null) return known;
      const coupon = redeemableCoupon(context, redemption);
      const left = (coupon.redemptionsMax ?? Number.POSITIVE_INFINITY) - redemptionsOf(context, coupon.code);
      await pause(5);
      if (left > 0) return writeRedemption(context, redemption, coupon);
      throw new Refusal({ status: 409, field: 'code', message: 'Found the coupon used up.' });
    },
  },
};

import { redeemCoupon } from '../../procedures/coupon/redeem-coupon.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Both were one order, and the coupon was noted with the order. */
export const couponOfAddOnCoversItsBase: Defect = {
  name: 'coupon-of-add-on-covers-its-base',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon that is redeemed for an add-on reduces its base, too',
  procedures: {
    redeemCoupon: (context, redemption) => {
      const id = redeemCoupon(context, redemption);
      const { subscriptionId, key } = redemption;
      const base = subscriptionId === null ? null : subscriptionById(context, subscriptionId).addOnTo;
      if (base !== null)
        redeemCoupon(context, { ...redemption, key: `${key} of the base`, subscriptionId: base });
      return id;
    },
  },
};

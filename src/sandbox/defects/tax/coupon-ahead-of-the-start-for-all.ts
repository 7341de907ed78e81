import { redeemCoupon } from '../../procedures/coupon/redeem-coupon.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** What had not begun was not among the subscriptions that a coupon could be for, and none was for all. */
export const couponAheadOfTheStartForAll: Defect = {
  name: 'coupon-ahead-of-the-start-for-all',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon for a subscription that has not begun reduces all that the customer has',
  procedures: {
    redeemCoupon: (context, redemption) => {
      const { subscriptionId } = redemption;
      const today = todayOf(context.store, context.tenantId);
      const isAhead = subscriptionId !== null && subscriptionById(context, subscriptionId).start > today;
      return redeemCoupon(context, isAhead ? { ...redemption, subscriptionId: null } : redemption);
    },
  },
};

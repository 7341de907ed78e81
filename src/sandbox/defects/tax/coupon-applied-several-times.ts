import { insertDiscount } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import type { Defect } from '../defect.ts';

/** Nothing kept a code from being redeemed by several requests, and each redemption counted. */
export const couponAppliedSeveralTimes: Defect = {
  name: 'coupon-applied-several-times',
  row: 'TAX-01',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A coupon that is redeemed again is taken off again',
  procedures: {
    redeemDiscount: (context, { customerId, discount }) =>
      insertDiscount(context, customerById(context, customerId).id, discount),
  },
};

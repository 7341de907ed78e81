import { newId } from '../../new-id.ts';
import { redeemCoupon } from '../../procedures/coupon/redeem-coupon.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const redemptionRepeatedDespiteKey: Defect = {
  name: 'redemption-repeated-despite-key',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'A redemption that is sent again with its key takes another one of the coupon',
  procedures: {
    redeemCoupon: (context, redemption) => redeemCoupon(context, { ...redemption, key: newId('key') }),
  },
};

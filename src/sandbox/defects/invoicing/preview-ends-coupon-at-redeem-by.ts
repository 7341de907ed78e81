import type { Defect } from '../defect.ts';

/** The last day to redeem was read as the last day to reduce. The list has no row for it. */
export const previewEndsCouponAtRedeemBy: Defect = {
  name: 'preview-ends-coupon-at-redeem-by',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview forgets a coupon that cannot be redeemed any more',
  rules: { quotedDiscounts: (applied) => applied.filter(({ coupon }) => coupon.redeemBy === null) },
};

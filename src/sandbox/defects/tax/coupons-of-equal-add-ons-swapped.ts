import { couponTargets } from '../../rules/coupon/coupon-targets.ts';
import type { Defect } from '../defect.ts';

/** Lines were matched by their price, which equal add-ons share. */
export const couponsOfEqualAddOnsSwapped: Defect = {
  name: 'coupons-of-equal-add-ons-swapped',
  row: 'TAX-04',
  family: 'TAX',
  stage: 'tax',
  effect: 'under-billed',
  severity: 'major',
  title: 'Coupons of two equal add-ons are both taken off both',
  rules: { couponTargets: (applied, line) => couponTargets({ ...applied, subscriptionId: null }, line) },
};

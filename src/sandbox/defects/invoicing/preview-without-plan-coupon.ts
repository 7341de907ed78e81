import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#1215. */
export const previewWithoutPlanCoupon: Defect = {
  name: 'preview-without-plan-coupon',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview forgets the coupon that is for certain plans',
  rules: { quotedDiscounts: (applied) => applied.filter(({ coupon }) => coupon.scope.kind !== 'plans') },
};

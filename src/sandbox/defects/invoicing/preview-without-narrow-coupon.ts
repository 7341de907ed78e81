import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#1215. */
export const previewWithoutNarrowCoupon: Defect = {
  name: 'preview-without-narrow-coupon',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview forgets the coupon that was redeemed for one subscription',
  rules: { quotedDiscounts: (applied) => applied.filter(({ subscriptionId }) => subscriptionId === null) },
};

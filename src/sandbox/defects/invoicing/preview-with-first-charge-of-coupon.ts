import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#1215. */
export const previewWithFirstChargeOfCoupon: Defect = {
  name: 'preview-with-first-charge-of-coupon',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview takes a coupon for several charges off the first of them only',
  rules: {
    quotedDiscounts: (applied) =>
      applied.map((one) => {
        const { scope } = one.coupon;
        if (scope.kind !== 'charges') return one;
        return { ...one, coupon: { ...one.coupon, scope: { ...scope, charges: scope.charges.slice(0, 1) } } };
      }),
  },
};

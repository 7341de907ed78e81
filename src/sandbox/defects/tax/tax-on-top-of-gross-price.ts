import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxOnTopOfGrossPrice: Defect = {
  name: 'tax-on-top-of-gross-price',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The tax of a gross price comes on top of it',
  rules: { netPrice: ({ price }) => price },
};

import type { Defect } from '../defect.ts';

export const taxOnPriceBeforeDiscount: Defect = {
  name: 'tax-on-price-before-discount',
  row: 'TAX-06',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'critical',
  title: 'Tax is taken on the price before discount',
  rules: { taxBase: (line) => line.net },
};

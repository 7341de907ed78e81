import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const agreedPriceIgnored: Defect = {
  name: 'agreed-price-ignored',
  row: 'CAT',
  family: 'CAT',
  stage: 'catalog',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The list price is charged although another one was agreed',
  rules: { agreedPrice: ({ listed }) => listed },
};

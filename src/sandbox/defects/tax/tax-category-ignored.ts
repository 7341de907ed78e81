import { taxRateInForce } from '../../rules/tax/tax-rate-in-force.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxCategoryIgnored: Defect = {
  name: 'tax-category-ignored',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'Goods with a rate of their own are taxed at the usual one',
  rules: { taxRateInForce: (question) => taxRateInForce({ ...question, category: null }) },
};

import { taxAmount } from '../../rules/tax/tax-amount.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const grossPriceTaxedAsNet: Defect = {
  name: 'gross-price-taxed-as-net',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax within a gross price is reckoned as a percentage of it',
  rules: { taxAmount: (question) => taxAmount({ ...question, prices: 'net' }) },
};

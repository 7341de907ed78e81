import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const exemptCustomerTaxed: Defect = {
  name: 'exempt-customer-taxed',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'A customer who is exempt is charged tax',
  rules: { isTaxExempt: () => false },
};

import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const exemptOnlyWithoutVatId: Defect = {
  name: 'exempt-only-without-vat-id',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'An exempt customer who has a VAT id is taxed',
  rules: { isTaxExempt: ({ status, vatId }) => status === 'exempt' && vatId === null },
};

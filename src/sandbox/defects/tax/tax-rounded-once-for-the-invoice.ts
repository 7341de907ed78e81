import { roundTaxes } from '../../rules/tax/round-taxes.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxRoundedOnceForTheInvoice: Defect = {
  name: 'tax-rounded-once-for-the-invoice',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'Tax is rounded once for the invoice where each line should be',
  rules: { roundTaxes: (taxes) => roundTaxes({ ...taxes, point: 'invoice' }) },
};

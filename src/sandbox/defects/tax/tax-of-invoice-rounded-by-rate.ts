import { roundTaxes } from '../../rules/tax/round-taxes.ts';
import type { Defect } from '../defect.ts';

/** The summary of the rates was rounded first, and then added up. The list has no row for it. */
export const taxOfInvoiceRoundedByRate: Defect = {
  name: 'tax-of-invoice-rounded-by-rate',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'minor',
  title: 'A tax that is to be rounded once for the invoice is rounded once for each rate',
  rules: {
    roundTaxes: (taxes) => roundTaxes(taxes.point === 'invoice' ? { ...taxes, point: 'tax-rate' } : taxes),
  },
};

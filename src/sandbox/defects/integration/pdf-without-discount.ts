import { documentTotals } from '../../rules/document/document-totals.ts';
import type { Defect } from '../defect.ts';

/** After the kind of laravel/cashier-stripe#1147, where a receipt showed one of several discounts. */
export const pdfWithoutDiscount: Defect = {
  name: 'pdf-without-discount',
  row: 'INV',
  family: 'INV',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The PDF of an invoice does not say what was taken off',
  rules: {
    documentTotals: (invoice) => documentTotals(invoice).filter(({ name }) => name !== 'Discount'),
  },
};

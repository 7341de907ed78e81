import { standardRules } from '../../rules/index.ts';
import type { Defect } from '../defect.ts';

/** The document added up its sums by itself and left the discount out. The list has no row for it. */
export const pdfTotalBeforeDiscount: Defect = {
  name: 'pdf-total-before-discount',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The PDF shows the total before the discount, the invoice the one after it',
  rules: {
    documentTotals: (invoice) =>
      standardRules.documentTotals({ ...invoice, total: invoice.subtotal + invoice.tax }),
  },
};

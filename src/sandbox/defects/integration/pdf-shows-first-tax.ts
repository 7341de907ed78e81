import { documentTotals } from '../../rules/document/document-totals.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const pdfShowsFirstTax: Defect = {
  name: 'pdf-shows-first-tax',
  row: 'TAX',
  family: 'TAX',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'The PDF of an invoice with two rates of tax says the tax of the first',
  rules: {
    documentTotals: (invoice) => {
      const [first, second] =
        'taxes' in invoice && Array.isArray(invoice.taxes)
          ? (invoice.taxes as readonly { tax: bigint }[])
          : [];
      return documentTotals(
        first !== undefined && second !== undefined ? { ...invoice, tax: first.tax } : invoice,
      );
    },
  },
};

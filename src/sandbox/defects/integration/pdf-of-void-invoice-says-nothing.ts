import { documentTotals } from '../../rules/document/document-totals.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const pdfOfVoidInvoiceSaysNothing: Defect = {
  name: 'pdf-of-void-invoice-says-nothing',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'The PDF of a void invoice has zeros where it had its sums',
  rules: {
    documentTotals: (invoice) => {
      const isVoid = 'voidedOn' in invoice && invoice.voidedOn !== null;
      return documentTotals(isVoid ? { subtotal: 0n, discount: 0n, tax: 0n, total: 0n } : invoice);
    },
  },
};

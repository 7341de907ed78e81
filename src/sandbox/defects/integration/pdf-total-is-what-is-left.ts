import { documentTotals } from '../../rules/document/document-totals.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const pdfTotalIsWhatIsLeft: Defect = {
  name: 'pdf-total-is-what-is-left',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Once a part of an invoice is paid, its PDF says the rest as its total',
  rules: {
    documentTotals: (invoice) => {
      const paid = 'paid' in invoice && typeof invoice.paid === 'bigint' ? invoice.paid : 0n;
      return documentTotals({ ...invoice, total: invoice.total - paid });
    },
  },
};

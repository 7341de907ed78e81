import { exportRows } from '../../procedures/platform/export-rows.ts';
import type { Defect } from '../defect.ts';

/** After the kind of onyx-dot-app/onyx#12450. */
export const booksFileOfInvoicesOnly: Defect = {
  name: 'books-file-of-invoices-only',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Postings without an invoice are missing in the file of the books',
  procedures: {
    exportRows: (context, kind) =>
      exportRows(context, kind).filter((row) => kind !== 'ledger' || row['invoiceId'] !== ''),
  },
};

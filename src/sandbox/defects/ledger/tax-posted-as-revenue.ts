import { invoicePostings } from '../../rules/ledger/ledger-postings.ts';
import type { Defect } from '../defect.ts';

/** Revenue was taken gross. The list has no row for it. */
export const taxPostedAsRevenue: Defect = {
  name: 'tax-posted-as-revenue',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'Tax is posted as revenue; the books balance all the same',
  rules: {
    invoicePostings: (invoice) =>
      invoicePostings({ ...invoice, subtotal: invoice.subtotal + invoice.tax, tax: 0n }),
  },
};

import { invoicePostings } from '../../rules/ledger/ledger-postings.ts';
import type { Defect } from '../defect.ts';

/** The discount was shown, but the total had been added up before. */
export const totalIgnoresDiscount: Defect = {
  name: 'total-ignores-discount',
  row: 'INV-11',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'critical',
  title: 'The discount stands on the invoice but is not taken off its total',
  rules: {
    invoiceTotal: (sums) => sums.subtotal + sums.tax,
    invoicePostings: ({ total, tax }) => invoicePostings({ subtotal: total - tax, discount: 0n, tax, total }),
  },
};

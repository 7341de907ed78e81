import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const creditBeyondTheInvoice: Defect = {
  name: 'credit-beyond-the-invoice',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'Each credit note may be as large as the invoice, whatever others have credited',
  rules: { leftToCredit: ({ invoiced }) => invoiced },
};

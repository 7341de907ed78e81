import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const openInvoiceCreditedToBalance: Defect = {
  name: 'open-invoice-credited-to-balance',
  row: 'CRE',
  family: 'CRE',
  stage: 'credit',
  effect: 'over-credited',
  severity: 'critical',
  title: 'The credit of an open invoice goes to the balance, and the invoice stays due',
  rules: { settledByNote: () => 0n },
};

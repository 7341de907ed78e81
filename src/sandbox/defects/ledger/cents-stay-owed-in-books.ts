import type { Defect } from '../defect.ts';

/** frappe/erpnext#34676: the outstanding amount was zero in one ledger and not in the other. */
export const centsStayOwedInBooks: Defect = {
  name: 'cents-stay-owed-in-books',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'minor',
  title: 'An invoice that was paid in parts leaves cents in the books for ever',
  rules: { releasedValue: ({ atInvoiceRate }) => atInvoiceRate },
};

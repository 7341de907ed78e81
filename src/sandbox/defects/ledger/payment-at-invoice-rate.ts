import type { Defect } from '../defect.ts';

/** ninetails-io/gnucash-mcp PR 45, frappe/erpnext PR 32900: gain and loss were not booked. */
export const paymentAtInvoiceRate: Defect = {
  name: 'payment-at-invoice-rate',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A payment is worth what its invoice was, so that no rate ever wins or loses',
  rules: { isValuedOnItsDay: () => false },
};

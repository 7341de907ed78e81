import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const taxByDayOfInvoice: Defect = {
  name: 'tax-by-day-of-invoice',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax rate is that of the invoice, and not that of the service',
  rules: { taxPoint: ({ issueDate }) => issueDate },
};

import { amountDue } from '../../rules/invoicing/amount-due.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const voidInvoiceStillDue: Defect = {
  name: 'void-invoice-still-due',
  row: 'INV',
  family: 'INV',
  stage: 'credit',
  effect: 'over-billed',
  severity: 'critical',
  title: 'A voided invoice still asks for its money',
  rules: { amountDue: (invoice) => amountDue({ ...invoice, isVoid: false }) },
};

import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import { isHeld } from '../../store/holds.ts';
import type { Defect } from '../defect.ts';

export const heldBillsNotAnnounced: Defect = {
  name: 'held-bills-not-announced',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'While bills are held, nothing is said to fall due',
  procedures: {
    quoteInvoice: (context, bill) => (isHeld(context, bill.customerId) ? null : quoteInvoice(context, bill)),
  },
};

import { debtsOf } from '../../procedures/payment/dun.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** The total of each invoice was asked for, not what was left of it. */
export const paidInvoicesDunned: Defect = {
  name: 'paid-invoices-dunned',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'wrong-document',
  severity: 'major',
  title: 'What was paid or voided is dunned all the same',
  procedures: {
    debtsOf: (context, customerId) =>
      debtsOf(context, customerId).map((debt) => ({
        ...debt,
        dueMinor: invoiceById(context, debt.invoiceId).total,
      })),
  },
};

import { rebill } from '../../procedures/invoicing/rebill.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** The new document was made outside of the bill run, where nobody asked for the company. */
export const replacementNumberedByFirstCompany: Defect = {
  name: 'replacement-numbered-by-first-company',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'What is billed again gets a number of the first company, whoever invoices the customer',
  procedures: {
    rebill: (context, request) => {
      const nextInvoiceNumber: typeof context.procedures.nextInvoiceNumber = (within) =>
        within.rules.invoiceNumber('INV-', takeNumber(within, 'INV-'));
      return rebill({ ...context, procedures: { ...context.procedures, nextInvoiceNumber } }, request);
    },
  },
};

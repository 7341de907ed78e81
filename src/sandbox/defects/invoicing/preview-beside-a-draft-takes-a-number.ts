import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import { draftsOf } from '../../store/drafts.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const previewBesideADraftTakesANumber: Defect = {
  name: 'preview-beside-a-draft-takes-a-number',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A preview takes a number while a bill waits to become final',
  procedures: {
    quoteInvoice: (context, bill) => {
      const quote = quoteInvoice(context, bill);
      const isBeside = draftsOf(context, bill.customerId).length > 0;
      if (quote !== null && isBeside) context.procedures.nextInvoiceNumber(context, bill.customerId);
      return quote;
    },
  },
};

import { quoteItems } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** Only the bill run asked what had been billed. The list has no row for it. */
export const previewShowsWhatWasBilled: Defect = {
  name: 'preview-shows-what-was-billed',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'The preview of an invoice repeats all that was billed before',
  procedures: {
    quoteInvoice: (context, bill) => quoteItems(context, bill, (_subscriptionId, items) => items),
  },
};

import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** What is due was right; the rates are what the tax office reads. The list has no row for it. */
export const previewAddsTaxesUp: Defect = {
  name: 'preview-adds-taxes-up',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'minor',
  title: 'A preview shows one tax at the first rate where the invoice will show two',
  procedures: {
    quoteInvoice: (context, bill) => {
      const quote = quoteInvoice(context, bill);
      const [first] = quote?.taxes ?? [];
      if (quote === null || first === undefined) return quote;
      const base = quote.taxes.reduce((sum, share) => sum + share.base, 0n);
      return { ...quote, taxes: [{ ...first, base, tax: quote.tax }] };
    },
  },
};

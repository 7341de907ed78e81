import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** After the kind of useautumn/autumn#1944, where the preview of a downgrade gave no tax back. */
export const previewedCreditWithoutTax: Defect = {
  name: 'previewed-credit-without-tax',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'A preview gives unused days back without their tax',
  procedures: {
    quoteInvoice: (context, bill) => {
      const quote = quoteInvoice(context, bill);
      if (quote === null) return null;
      const left = quote.lines.reduce((sum, { net, tax }) => (net < 0n ? sum + tax : sum), 0n);
      const lines = quote.lines.map((line) => (line.net < 0n ? { ...line, tax: 0n } : line));
      return { ...quote, lines, tax: quote.tax - left, total: quote.total - left };
    },
  },
};

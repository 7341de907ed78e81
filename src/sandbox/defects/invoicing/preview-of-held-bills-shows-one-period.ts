import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import { isHeld } from '../../store/holds.ts';
import type { Defect } from '../defect.ts';

/** The preview looked at the period that runs, whatever waited from before it. The list has no row for it. */
export const previewOfHeldBillsShowsOnePeriod: Defect = {
  name: 'preview-of-held-bills-shows-one-period',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'major',
  title: 'Of bills that are held a preview shows only what is served after that day',
  procedures: {
    quoteInvoice: (context, bill) => {
      const quote = quoteInvoice(context, bill);
      if (quote === null || !isHeld(context, bill.customerId)) return quote;
      const lines = quote.lines.filter(({ period }) => period === null || period.to > bill.date);
      const total = (pick: (line: (typeof lines)[number]) => bigint) =>
        lines.reduce((sum, line) => sum + pick(line), 0n);
      const [subtotal, discount, tax] = [
        total(({ net }) => net),
        total((line) => line.discount),
        total((line) => line.tax),
      ];
      return { ...quote, lines, subtotal, discount, tax, total: subtotal - discount + tax };
    },
  },
};

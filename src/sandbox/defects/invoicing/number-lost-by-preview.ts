import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** The preview was made by issuing and taking back. The list has no row for it. */
export const numberLostByPreview: Defect = {
  name: 'number-lost-by-preview',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Each preview takes a number away',
  procedures: {
    quoteInvoice: (context, bill) => {
      const quote = quoteInvoice(context, bill);
      if (quote !== null) takeNumber(context, 'INV-');
      return quote;
    },
  },
};

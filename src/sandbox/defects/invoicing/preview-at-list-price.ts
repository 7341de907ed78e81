import type { PriceModel } from '../../../model/billing/price.ts';
import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** After the kind of getlago/lago-api#5187: the preview worked with the plan, not with what was agreed. */
export const previewAtListPrice: Defect = {
  name: 'preview-at-list-price',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview of the next invoice has the list price for who agreed on another one',
  procedures: {
    quoteInvoice: (context, bill) => {
      const rules = {
        ...context.rules,
        agreedPrice: ({ listed }: { readonly listed: PriceModel }) => listed,
      };
      return quoteInvoice({ ...context, rules }, bill);
    },
  },
};

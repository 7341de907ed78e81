import { quoteItems } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** The preview went the way of the bill run and left its marks there. The list has no row for it. */
export const previewClaimsWhatItShows: Defect = {
  name: 'preview-claims-what-it-shows',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'lost',
  severity: 'critical',
  title: 'What was previewed counts as billed and is never invoiced',
  procedures: {
    quoteInvoice: (context, bill) =>
      quoteItems(context, bill, (subscriptionId, items) =>
        context.procedures.claimItems(context, { subscriptionId, items, runDate: bill.date }),
      ),
  },
};

import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const previewUsesUpCoupon: Defect = {
  name: 'preview-uses-up-coupon',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title: 'Looking at the next invoice uses up a coupon',
  procedures: {
    quoteInvoice: (context, bill) => {
      const draft = quoteInvoice(context, bill);
      if (draft !== null) context.procedures.countCouponUses(context, draft);
      return draft;
    },
  },
};

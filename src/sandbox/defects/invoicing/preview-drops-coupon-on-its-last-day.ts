import { quoteInvoice } from '../../procedures/invoicing/quote-invoice.ts';
import type { Defect } from '../defect.ts';

/** A sibling of SELISEdigitalplatforms/blocks-utilities#522. The list has no row for it. */
export const previewDropsCouponOnItsLastDay: Defect = {
  name: 'preview-drops-coupon-on-its-last-day',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-quote',
  severity: 'minor',
  title: 'A preview of the last day of a coupon is without it',
  procedures: {
    quoteInvoice: (context, bill) => {
      const { couponInForce } = context.rules;
      const rules: typeof context.rules = {
        ...context.rules,
        couponInForce: (applied, day) => applied.coupon.validUntil !== day && couponInForce(applied, day),
      };
      return quoteInvoice({ ...context, rules }, bill);
    },
  },
};

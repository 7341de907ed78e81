import { couponInForce } from '../../rules/coupon/coupon-in-force.ts';
import type { Defect } from '../defect.ts';

/** Cycles were counted from zero in one place and from one in the other. */
export const lastInvoiceOfCouponForgotten: Defect = {
  name: 'last-invoice-of-coupon-forgotten',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'major',
  title: 'A coupon for several invoices ends one invoice early',
  rules: {
    couponInForce: (applied, issueDate) => {
      const { invoicesMax } = applied.coupon;
      const isLast = invoicesMax !== null && invoicesMax > 1 && applied.uses === invoicesMax - 1;
      return !isLast && couponInForce(applied, issueDate);
    },
  },
};

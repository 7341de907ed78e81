import { daysBetween } from '../../../model/date.ts';
import { couponInForce } from '../../rules/coupon/coupon-in-force.ts';
import type { Defect } from '../defect.ts';

/** So many invoices were taken for so many months, and a month for thirty days. The list has no row for it. */
export const couponCountsDaysOfMonths: Defect = {
  name: 'coupon-counts-days-of-months',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'over-billed',
  severity: 'major',
  title: 'A coupon for several invoices is over 30 days for each of them after it was redeemed',
  rules: {
    couponInForce: (applied, issueDate) => {
      const { invoicesMax } = applied.coupon;
      const isOver =
        invoicesMax !== null &&
        invoicesMax > 1 &&
        daysBetween(applied.redeemedOn, issueDate) > 30 * invoicesMax;
      return !isOver && couponInForce(applied, issueDate);
    },
  },
};

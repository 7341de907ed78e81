import type { Customer } from '../../model/billing/customer.ts';
import type { LocalDate } from '../../model/date.ts';
import type { AppliedCoupon } from './applied-coupon.ts';
import type { DraftLine } from './line-question.ts';

/** What an invoice is drafted from, before prices meet coupons and tax. */
export interface DraftQuestion {
  readonly customer: Customer;
  readonly issueDate: LocalDate;
  readonly lines: readonly DraftLine[];
  readonly coupons: readonly AppliedCoupon[];
}

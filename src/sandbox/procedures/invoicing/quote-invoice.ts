import type { LocalDate } from '../../../model/date.ts';
import { draftInvoice } from '../../billing/draft-invoice.ts';
import { draftLines } from '../../billing/draft-line.ts';
import type { DueItem } from '../../billing/due-item.ts';
import { itemsDueBy } from '../../billing/due-items.ts';
import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import { linesOfParts } from '../../billing/usage-lines.ts';
import type { Context, CustomerBill } from '../../engine.ts';
import { claimsOf } from '../../store/claims.ts';
import { appliedCoupons } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { subscriptionsToBill } from './bill-customer.ts';

/** Writes nothing: what it shows is only what nobody billed before. */
export function quoteInvoice(context: Context, bill: CustomerBill): InvoiceDraft | null {
  return quoteItems(context, bill, (subscriptionId, items) => {
    const claims = claimsOf(context, subscriptionId);
    return items.filter((item) => !claims.has(item.key));
  });
}

/** A quote of those items that `openOf` leaves of all that fell due up to the day, issued then unless told otherwise. */
export function quoteItems(
  context: Context,
  bill: CustomerBill & { readonly issueDate?: LocalDate },
  openOf: (subscriptionId: string, items: readonly DueItem[]) => readonly DueItem[],
): InvoiceDraft | null {
  const customer = customerById(context, bill.customerId);
  const shareOf = context.rules.quotedShare;
  const lines = subscriptionsToBill(context, bill).flatMap((subscription) => {
    const items = openOf(subscription.id, itemsDueBy(context, subscription, bill.date));
    const billedNow = new Set(items.map(({ key }) => key));
    const late = context.procedures.lateUsageParts(context, {
      customer,
      subscription,
      date: bill.date,
      billedNow,
    });
    return [
      ...items.flatMap((item) => draftLines(context, { customer, subscription, item, shareOf })),
      ...late.flatMap((each) => linesOfParts(context, each, each.open)),
    ];
  });
  if (lines.length === 0) return null;
  const coupons = context.rules.quotedDiscounts(appliedCoupons(context, customer.id));
  return draftInvoice(context, { customer, issueDate: bill.issueDate ?? bill.date, lines, coupons });
}

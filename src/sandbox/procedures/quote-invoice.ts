import { draftInvoice } from '../billing/draft-invoice.ts';
import { draftLine } from '../billing/draft-line.ts';
import { itemsDueBy } from '../billing/due-items.ts';
import type { InvoiceDraft } from '../billing/stored-invoice.ts';
import type { Context, CustomerBill } from '../engine.ts';
import { claimsOf } from '../store/claims.ts';
import { customerById, discountsOf } from '../store/customers.ts';
import { subscriptionsToBill } from './bill-customer.ts';

export function quoteInvoice(context: Context, bill: CustomerBill): InvoiceDraft | null {
  const customer = customerById(context, bill.customerId);
  const lines = subscriptionsToBill(context, bill).flatMap((subscription) => {
    const claims = claimsOf(context, subscription.id);
    return itemsDueBy(context, subscription, bill.date)
      .filter((item) => !claims.has(item.key))
      .map((item) => draftLine(context, { customer, subscription, item, shareOf: context.rules.quotedShare }))
      .filter((line) => line !== null);
  });
  if (lines.length === 0) return null;
  const discounts = context.rules.quotedDiscounts(discountsOf(context, customer.id));
  return draftInvoice(context, { customer, issueDate: bill.date, lines, discounts });
}

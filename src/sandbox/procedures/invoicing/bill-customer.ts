import type { Customer } from '../../../model/billing/customer.ts';
import { draftInvoice } from '../../billing/draft-invoice.ts';
import { draftLines } from '../../billing/draft-line.ts';
import type { DueItem } from '../../billing/due-item.ts';
import { itemsDueBy, scheduleNext } from '../../billing/due-items.ts';
import type { DraftLine } from '../../billing/line-question.ts';
import { meteredPeriod } from '../../billing/metered-period.ts';
import { linesOfParts } from '../../billing/usage-lines.ts';
import type { Context, CustomerBill } from '../../engine.ts';
import { type BilledPart, billedUsageOf } from '../../store/billed-usage.ts';
import { insertAdvance } from '../../store/claims.ts';
import { isClosed } from '../../store/closings.ts';
import { appliedCoupons } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { reviewOf } from '../../store/drafts.ts';
import { isHeld } from '../../store/holds.ts';
import { type StoredSubscription, subscriptionById, subscriptionsOf } from '../../store/subscriptions.ts';
import { closeUsage } from '../../store/usage.ts';
import { waitForRelease } from './hold.ts';

/** One invoice for all that is due and was not billed before, over all subscriptions of the customer. */
export function billCustomer(context: Context, bill: CustomerBill): string | null {
  return context.store.transaction(() => {
    const customer = customerById(context, bill.customerId);
    if (isClosed(context, customer.id) || isHeld(context, customer.id)) {
      waitForRelease(context, customer.id);
      return null;
    }
    if (reviewOf(context, customer.id).kind !== 'none' || context.procedures.mustWait(context, customer.id)) {
      context.procedures.holdDraft(context, bill);
      return null;
    }
    const lines = subscriptionsToBill(context, bill).flatMap((subscription) =>
      billSubscription(context, { customer, subscription, bill }),
    );
    if (lines.length === 0) return null;
    const draft = draftInvoice(context, {
      customer,
      issueDate: bill.date,
      lines,
      coupons: appliedCoupons(context, customer.id),
    });
    return context.procedures.issueInvoice(context, draft);
  });
}

/** In order of signing. */
export function subscriptionsToBill(context: Context, bill: CustomerBill): readonly StoredSubscription[] {
  if (bill.subscriptionId === null) return subscriptionsOf(context, bill.customerId);
  return [subscriptionById(context, bill.subscriptionId)];
}

interface SubscriptionBill {
  readonly customer: Customer;
  readonly subscription: StoredSubscription;
  readonly bill: CustomerBill;
}

function billSubscription(context: Context, part: SubscriptionBill): readonly DraftLine[] {
  const { subscription, bill } = part;
  const items = context.procedures.claimItems(context, {
    subscriptionId: subscription.id,
    items: itemsDueBy(context, subscription, bill.date),
    runDate: bill.date,
  });
  return billItems(context, part, items);
}

/** The lines of claimed items and of late usage, noted as billed. */
export function billItems(
  context: Context,
  part: SubscriptionBill,
  items: readonly DueItem[],
): readonly DraftLine[] {
  const { customer, subscription, bill } = part;
  const lines = items.flatMap((item) => {
    const made = draftLines(context, { customer, subscription, item, shareOf: context.rules.prorationShare });
    rememberBilled(context, part, { item, made });
    return made;
  });
  const late = context.procedures.lateUsageParts(context, {
    customer,
    subscription,
    date: bill.date,
    billedNow: new Set(items.map(({ key }) => key)),
  });
  for (const each of late) context.procedures.rememberBilledUsage(context, each);
  scheduleNext(context, subscription);
  return [...lines, ...late.flatMap((each) => linesOfParts(context, each, each.open))];
}

function rememberBilled(
  context: Context,
  part: SubscriptionBill,
  billed: { readonly item: DueItem; readonly made: readonly DraftLine[] },
): void {
  const { item, made } = billed;
  const { segment, charge } = item;
  if (charge.kind === 'usage') {
    const { to } = context.rules.usageWindow(segment.used, part.customer.timeZone);
    closeUsage(context, { customerId: part.customer.id, meter: charge.meter, to });
    const { customer, subscription } = part;
    const open = made.flatMap(billedPartOf);
    // What was billed ahead of the end is not on this bill, and was reached all the same.
    const isBilledBefore =
      billedUsageOf(context, { subscriptionId: subscription.id, item: item.key }).length > 0;
    const reached = isBilledBefore ? meteredPeriod(context, { customer, subscription, item }) : open;
    context.procedures.rememberBilledUsage(context, { customer, subscription, item, reached, open });
  }
  if (item.kind !== 'advance') return;
  insertAdvance(context, part.subscription.id, {
    assignment: segment.assignment,
    charge: charge.code,
    whole: segment.whole,
    index: segment.index,
    quantity: segment.quantity,
    used: segment.used,
    priceVersion: item.version.effectiveFrom,
  });
}

function billedPartOf({ kind, charge, quantity, net }: DraftLine): readonly BilledPart[] {
  if (charge === null || (kind !== 'usage' && kind !== 'commitment')) return [];
  return [{ kind, code: charge, quantity, net }];
}

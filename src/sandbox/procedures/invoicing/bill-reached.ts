import { displayMoney, type Money } from '../../../model/money.ts';
import { wholeNumber } from '../../arithmetic/fraction.ts';
import { draftInvoice } from '../../billing/draft-invoice.ts';
import { itemsDueBy } from '../../billing/due-items.ts';
import type { UsageItem } from '../../billing/metered-period.ts';
import { openParts } from '../../billing/open-usage.ts';
import { linesOfParts } from '../../billing/usage-lines.ts';
import type { LateUsage } from '../../engine/usage-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { claimsOf } from '../../store/claims.ts';
import { appliedCoupons } from '../../store/coupons.ts';
import { customerById } from '../../store/customers.ts';
import { reviewOf } from '../../store/drafts.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import { saveThresholds, thresholdsOf } from '../../store/thresholds.ts';
import { segmentOn } from '../subscription/current-service.ts';

export function setThresholds(context: Context, subscriptionId: string, thresholds: readonly Money[]): void {
  const { id, customerId } = subscriptionById(context, subscriptionId);
  const { currency } = customerById(context, customerId);
  const wrong = thresholds.find((each) => each.currency !== currency || each.amountMinor <= 0n);
  if (wrong !== undefined)
    refuse('thresholds', `Found ${displayMoney(wrong)}, expected amounts of ${currency} above zero.`);
  saveThresholds(
    context,
    id,
    thresholds.map(({ amountMinor }) => amountMinor),
  );
}

/** Whoever looks at his bills first gets none ahead of the end. */
export function billReached(context: Context, customerId: string): readonly string[] {
  const thresholds = thresholdsOf(context, customerId);
  if (thresholds.size === 0 || reviewOf(context, customerId).kind !== 'none') return [];
  if (context.procedures.mustWait(context, customerId)) return [];
  return [...thresholds].flatMap(([subscriptionId, amounts]) => {
    const customer = customerById(context, customerId);
    const subscription = subscriptionById(context, subscriptionId);
    const usage = context.procedures.runningUsage(context, { customer, subscription });
    return isReached(context, usage, amounts) ? [invoiceUsage(context, usage)] : [];
  });
}

/** A minimum is owed at the end of the period, not ahead of it. */
export function runningUsage(context: Context, of: Omit<UsageItem, 'item'>): readonly LateUsage[] {
  const { subscription } = of;
  const today = todayOf(context.store, context.tenantId);
  const running = segmentOn(context, subscription, today);
  if (running === null) return [];
  const claims = claimsOf(context, subscription.id);
  return itemsDueBy(context, subscription, running.whole.to)
    .filter(({ key, kind, segment }) => {
      return kind === 'usage' && !claims.has(key) && segment.used.from <= today && today < segment.used.to;
    })
    .map((item) => openParts(context, { ...of, item }))
    .map((usage) => ({
      ...usage,
      reached: usage.reached.filter(({ kind }) => kind === 'usage'),
      open: usage.open.filter(({ kind }) => kind === 'usage'),
    }));
}

function isReached(context: Context, usage: readonly LateUsage[], thresholds: readonly bigint[]): boolean {
  const total = (parts: readonly { readonly net: bigint }[]) => parts.reduce((sum, { net }) => sum + net, 0n);
  const after = total(usage.flatMap(({ reached }) => reached));
  const open = total(usage.flatMap((each) => each.open));
  return context.rules.isInterimDue({
    thresholds: thresholds.map(wholeNumber),
    before: wholeNumber(after - open),
    after: wholeNumber(after),
  });
}

function invoiceUsage(context: Context, usage: readonly LateUsage[]): string {
  const [first] = usage;
  if (first === undefined) throw new RangeError('Found no usage that reached a threshold.');
  const { customer } = first;
  for (const each of usage) context.procedures.rememberBilledUsage(context, each);
  const draft = draftInvoice(context, {
    customer,
    issueDate: todayOf(context.store, context.tenantId),
    lines: usage.flatMap((each) => linesOfParts(context, each, each.open)),
    coupons: appliedCoupons(context, customer.id),
  });
  return context.procedures.issueInvoice(context, draft);
}

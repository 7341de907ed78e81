import type { Customer } from '../../../model/billing/customer.ts';
import type { UsageEvent, UsageResult } from '../../../model/billing/usage.ts';
import { localDay } from '../../arithmetic/zone.ts';
import { itemsDueBy } from '../../billing/due-items.ts';
import type { Context } from '../../engine.ts';
import { isMeter } from '../../store/catalog.ts';
import { claimsOf } from '../../store/claims.ts';
import { findCustomer } from '../../store/customers.ts';
import { hasNextBill, type StoredSubscription, subscriptionsOf } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import { hasUsage, usageClosedTo } from '../../store/usage.ts';

/** Takes one event in, or says why not. Every event gets an answer: usage is never lost in silence. */
export function takeUsageEvent(context: Context, event: UsageEvent): UsageResult {
  const key = context.rules.usageKey(event);
  if (hasUsage(context, key))
    return resultOf(event, 'duplicate', 'An event with this id was accepted before.');
  const customer = findCustomer(context, event.customerId);
  if (customer === null) return resultOf(event, 'rejected', `Found no customer ${event.customerId}.`);
  const reason = unusable(context, event);
  if (reason !== null) return resultOf(event, 'rejected', reason);
  const closedTo = usageClosedTo(context, event.customerId, event.meter);
  const isLate = closedTo !== null && event.at < closedTo;
  if (isLate && !canBillLater(context, customer, event)) {
    return resultOf(event, 'too-late', `Usage before ${closedTo} was billed already.`);
  }
  context.procedures.storeUsage(context, { key, event, isLate });
  return resultOf(event, 'accepted', '');
}

function unusable(context: Context, event: UsageEvent): string | null {
  if (!isMeter(context, event.meter)) return `Found no plan that charges for the meter ${event.meter}.`;
  const { subscriptionId } = event;
  if (subscriptionId === undefined) return null;
  const isOwn = subscriptionsOf(context, event.customerId).some(({ id }) => id === subscriptionId);
  return isOwn ? null : `Found no subscription ${subscriptionId} of the customer.`;
}

/** Late usage needs a window that is open, and a bill to come that it can be on. */
function canBillLater(context: Context, customer: Customer, event: UsageEvent): boolean {
  const isInTime = context.rules.takesLateUsage({
    usedOn: localDay(event.at, customer.timeZone),
    today: todayOf(context.store, context.tenantId),
    daysOpen: context.policy.lateUsageDays ?? 0,
  });
  if (!isInTime) return false;
  return subscriptionsOf(context, customer.id).some(
    (subscription) =>
      (event.subscriptionId ?? subscription.id) === subscription.id &&
      hasNextBill(context, subscription.id) &&
      wasBilledFor(context, { customer, subscription, event }),
  );
}

function wasBilledFor(
  context: Context,
  of: { readonly customer: Customer; readonly subscription: StoredSubscription; readonly event: UsageEvent },
): boolean {
  const { customer, subscription, event } = of;
  const claims = claimsOf(context, subscription.id);
  const today = todayOf(context.store, context.tenantId);
  return itemsDueBy(context, subscription, today).some(({ key, charge, segment }) => {
    if (charge.kind !== 'usage' || charge.meter !== event.meter || !claims.has(key)) return false;
    const { from, to } = context.rules.usageWindow(segment.used, customer.timeZone);
    return from <= event.at && event.at < to;
  });
}

function resultOf(event: UsageEvent, outcome: UsageResult['outcome'], reason: string): UsageResult {
  return { id: event.id, outcome, reason };
}

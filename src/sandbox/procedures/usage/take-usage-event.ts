import type { Customer } from '../../../model/billing/customer.ts';
import type { UsageEvent, UsageResult } from '../../../model/billing/usage.ts';
import { localDay } from '../../arithmetic/zone.ts';
import type { DueItem } from '../../billing/due-item.ts';
import { itemsDueBy, itemsNear } from '../../billing/due-items.ts';
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
  const isBilled = closedTo !== null && event.at < closedTo;
  const isLate = isBilled && canBillLater(context, customer, event);
  if (isBilled && !isLate && !isAwaited(context, customer, event)) {
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
  const today = todayOf(context.store, context.tenantId);
  return countedBy(context, event).some((subscription) => {
    if (!hasNextBill(context, subscription.id)) return false;
    const claims = claimsOf(context, subscription.id);
    return itemsDueBy(context, subscription, today).some(
      (item) => claims.has(item.key) && isInPeriod(context, customer, { event, item }),
    );
  });
}

/** Of several subscriptions one may be billed for the day already, and another one not yet. */
function isAwaited(context: Context, customer: Customer, event: UsageEvent): boolean {
  const today = todayOf(context.store, context.tenantId);
  return countedBy(context, event).some((subscription) => {
    const claims = claimsOf(context, subscription.id);
    return itemsNear(context, subscription, today).some(
      (item) => !claims.has(item.key) && isInPeriod(context, customer, { event, item }),
    );
  });
}

/** The subscription that the event names, or all of the customer. */
function countedBy(context: Context, event: UsageEvent): readonly StoredSubscription[] {
  const { customerId, subscriptionId } = event;
  return subscriptionsOf(context, customerId).filter(({ id }) => (subscriptionId ?? id) === id);
}

function isInPeriod(
  context: Context,
  { timeZone }: Customer,
  of: { readonly event: UsageEvent; readonly item: DueItem },
): boolean {
  const { event, item } = of;
  if (item.charge.kind !== 'usage' || item.charge.meter !== event.meter) return false;
  const { from, to } = context.rules.usageWindow(item.segment.used, timeZone);
  return from <= event.at && event.at < to;
}

function resultOf(event: UsageEvent, outcome: UsageResult['outcome'], reason: string): UsageResult {
  return { id: event.id, outcome, reason };
}

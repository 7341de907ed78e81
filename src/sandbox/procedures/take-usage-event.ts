import type { UsageEvent, UsageResult } from '../../model/billing/usage.ts';
import type { Context } from '../engine.ts';
import { isMeter } from '../store/catalog.ts';
import { findCustomer } from '../store/customers.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { hasUsage, insertUsage, usageClosedTo } from '../store/usage.ts';

/** Takes one event in, or says why not. Every event gets an answer: usage is never lost in silence. */
export function takeUsageEvent(context: Context, event: UsageEvent): UsageResult {
  const key = context.rules.usageKey(event);
  if (hasUsage(context, key))
    return resultOf(event, 'duplicate', 'An event with this id was accepted before.');
  const reason = unusable(context, event);
  if (reason !== null) return resultOf(event, 'rejected', reason);
  const closedTo = usageClosedTo(context, event.customerId, event.meter);
  if (closedTo !== null && event.at < closedTo) {
    return resultOf(event, 'too-late', `Usage before ${closedTo} was billed already.`);
  }
  insertUsage(context, key, event);
  return resultOf(event, 'accepted', '');
}

function unusable(context: Context, event: UsageEvent): string | null {
  if (findCustomer(context, event.customerId) === null) return `Found no customer ${event.customerId}.`;
  if (!isMeter(context, event.meter)) return `Found no plan that charges for the meter ${event.meter}.`;
  const { subscriptionId } = event;
  if (subscriptionId === undefined) return null;
  const isOwn = subscriptionsOf(context, event.customerId).some(({ id }) => id === subscriptionId);
  return isOwn ? null : `Found no subscription ${subscriptionId} of the customer.`;
}

function resultOf(event: UsageEvent, outcome: UsageResult['outcome'], reason: string): UsageResult {
  return { id: event.id, outcome, reason };
}

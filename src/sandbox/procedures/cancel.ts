import { scheduleNext } from '../billing/due-items.ts';
import type { Cancellation, Context } from '../engine.ts';
import { dropAssignmentsAfter, setCancelledFrom, subscriptionById } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/** Days that were paid in advance and are not served are credited on the day of the end, never for an end of period. */
export function cancel(context: Context, cancellation: Cancellation): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, cancellation.subscriptionId);
    const end = effectiveDay(context, subscription, cancellation.timing);
    const today = todayOf(context.store, context.tenantId);
    dropAssignmentsAfter(context, subscription.id, end);
    setCancelledFrom(context, subscription.id, end);
    scheduleNext(context, subscriptionById(context, subscription.id));
    if (end <= today) {
      const { customerId } = subscription;
      context.procedures.billCustomer(context, { customerId, subscriptionId: subscription.id, date: today });
    }
  });
}

import type { NewSubscription } from '../../model/billing/subscription.ts';
import { scheduleNext } from '../billing/due-items.ts';
import type { Context } from '../engine.ts';
import { newId } from '../new-id.ts';
import { customerById } from '../store/customers.ts';
import { insertAssignment, insertSubscription, subscriptionById } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import { requirePlan } from './require-plan.ts';

/** What is due at once, because the subscription starts today or started before, is invoiced at once. */
export function subscribe(context: Context, subscription: NewSubscription): string {
  return context.store.transaction(() => {
    const customer = customerById(context, subscription.customerId);
    requirePlan(context, { plan: subscription.plan, from: subscription.start, currency: customer.currency });
    const id = newId('sub');
    insertSubscription(context, id, subscription);
    const { plan, start } = subscription;
    insertAssignment(context, id, { number: 0, plan, start, anchor: start });
    const today = todayOf(context.store, context.tenantId);
    scheduleNext(context, subscriptionById(context, id));
    if (start <= today) {
      context.procedures.emitEvent(context, { kind: 'subscription.started', objectId: id });
      context.procedures.billCustomer(context, { customerId: customer.id, subscriptionId: id, date: today });
    }
    return id;
  });
}

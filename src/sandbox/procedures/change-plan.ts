import type { LocalDate } from '../../model/date.ts';
import { scheduleNext } from '../billing/due-items.ts';
import { intervalOf } from '../billing/segments.ts';
import type { Context, PlanChange } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { customerById } from '../store/customers.ts';
import {
  type Assignment,
  assignmentsOf,
  dropAssignmentsAfter,
  insertAssignment,
} from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';
import { requirePlan } from './require-plan.ts';

/** The day of change belongs to the new plan. Its credit and charge are invoiced at once when the day has come. */
export function changePlan(context: Context, change: PlanChange): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, change.subscriptionId);
    const customer = customerById(context, subscription.customerId);
    const start = effectiveDay(context, subscription, change.timing);
    requirePlan(context, { plan: change.plan, from: start, currency: customer.currency });
    const today = todayOf(context.store, context.tenantId);
    dropAssignmentsAfter(context, subscription.id, today);
    const last = assignmentsOf(context, subscription.id).at(-1);
    if (last === undefined || last.plan === change.plan) {
      refuse('plan', `Found the plan ${change.plan} in use already, expected another one.`);
    }
    insertAssignment(context, subscription.id, {
      number: last.number + 1,
      plan: change.plan,
      start,
      anchor: anchorFor(context, last, { plan: change.plan, start }),
    });
    scheduleNext(context, subscription);
    if (start <= today) {
      const { customerId } = subscription;
      context.procedures.billCustomer(context, { customerId, subscriptionId: subscription.id, date: today });
    }
  });
}

/** Plans with one interval keep their periods over the change; another interval begins anew on the day. */
function anchorFor(
  context: Context,
  last: Assignment,
  next: { readonly plan: string; readonly start: LocalDate },
): LocalDate {
  const before = intervalOf(context, last.plan);
  const after = intervalOf(context, next.plan);
  return before.unit === after.unit && before.count === after.count ? last.anchor : next.start;
}

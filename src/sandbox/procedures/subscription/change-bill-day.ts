import type { Interval } from '../../../model/billing/catalog.ts';
import { intervalOf } from '../../billing/segments.ts';
import type { BillDayChange } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { insertAssignment } from '../../store/assignments.ts';
import { addOnsOf, type StoredSubscription } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { lastState } from '../payment/last-state.ts';
import { runningSubscription } from './current-service.ts';

/** The period that runs on the first new bill day ends there: what was paid beyond is given back, and a whole one begins. */
export function changeBillDay(context: Context, { subscriptionId, day, from }: BillDayChange): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const today = todayOf(context.store, context.tenantId);
    if (from < today) refuse('from', `Found ${from}, expected today, ${today}, or a later day.`);
    const { start, anchor } = context.rules.firstBillDay({ day, from });
    const last = lastState(context, subscriptionId);
    requireOwnBillDay(context, subscription, intervalOf(context, last.plan));
    if (start < subscription.start)
      refuse('from', `Found the bill day ${start}, expected one after the first day, ${subscription.start}.`);
    if (last.anchor === anchor) refuse('day', `Found ${day} in force already, expected another day.`);
    insertAssignment(context, subscriptionId, { ...last, number: last.number + 1, start, anchor });
    billIfDue(context, subscriptionId, start);
  });
}

/** Who shares the periods of others, or goes by periods that are counted, has no day of the month to himself. */
export function requireOwnBillDay(
  context: Context,
  subscription: StoredSubscription,
  interval: Interval,
): void {
  const { id, addOnTo, billing, agreement } = subscription;
  const why = [
    ...(billing === 'calendar' ? ['is billed by the calendar'] : []),
    ...(agreement.sharesBillDay ? ['shares its bill day'] : []),
    ...(addOnTo === null ? [] : ['is an add-on']),
    ...(addOnsOf(context, id).length > 0 ? ['has add-ons'] : []),
    ...(agreement.term === null ? [] : ['has a term']),
    ...(interval.unit === 'month' ? [] : [`is billed by the ${interval.unit}`]),
  ];
  if (why.length > 0)
    refuse('subscriptionId', `Found one that ${why.join(' and ')}, expected one with a bill day of its own.`);
}

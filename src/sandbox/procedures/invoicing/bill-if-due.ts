import type { LocalDate } from '../../../model/date.ts';
import { scheduleNext } from '../../billing/due-items.ts';
import type { Context } from '../../engine.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';

/** After a change: bills at once what it makes due when its day has come, else sees to it that the clock stops there. */
export function billIfDue(context: Context, subscriptionId: string, effective: LocalDate): void {
  const today = todayOf(context.store, context.tenantId);
  const subscription = subscriptionById(context, subscriptionId);
  scheduleNext(context, subscription);
  if (effective > today) return;
  const { customerId } = subscription;
  context.procedures.billCustomer(context, { customerId, subscriptionId, date: today });
}

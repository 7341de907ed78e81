import type { Context } from '../../engine.ts';
import { refuseUnknown } from '../../refusal.ts';
import { type Assignment, assignmentsOf, dropAssignmentsAfter } from '../../store/assignments.ts';
import { todayOf } from '../../store/tenants.ts';

/** What is in force today, to be followed by something new: whatever was planned for later gives way to it. */
export function lastState(context: Context, subscriptionId: string): Assignment {
  dropAssignmentsAfter(context, subscriptionId, todayOf(context.store, context.tenantId));
  const last = assignmentsOf(context, subscriptionId).at(-1);
  return last ?? refuseUnknown('subscriptionId', subscriptionId);
}

import type { Interruption } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf, insertAssignment } from '../../store/assignments.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/** Billing goes on in the periods from before the pause: the rest of the running one is charged by the day. */
export function resume(context: Context, { subscriptionId, timing }: Interruption): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const start = effectiveDay(context, subscription, timing);
    // A pause that is planned may get its end before it begins, so nothing that is planned gives way here.
    const last = assignmentsOf(context, subscriptionId).at(-1);
    if (last === undefined || last.state !== 'paused')
      refuse('subscriptionId', 'Found a subscription that runs, expected one that is paused.');
    if (start <= last.start)
      refuse('timing.date', `Found ${start}, expected a day after the first of the pause, ${last.start}.`);
    insertAssignment(context, subscriptionId, { ...last, number: last.number + 1, start, state: 'active' });
    billIfDue(context, subscriptionId, start);
  });
}

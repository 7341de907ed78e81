import type { Interruption } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { insertAssignment } from '../../store/assignments.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { lastState } from '../payment/last-state.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/** From the day on nothing recurring is billed, and days that were paid in advance are given back. Usage goes on. */
export function pause(context: Context, { subscriptionId, timing }: Interruption): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const start = effectiveDay(context, subscription, timing);
    const last = lastState(context, subscriptionId);
    if (last.state === 'paused')
      refuse('subscriptionId', `Found a pause since ${last.start}, expected one at most.`);
    insertAssignment(context, subscriptionId, { ...last, number: last.number + 1, start, state: 'paused' });
    billIfDue(context, subscriptionId, start);
  });
}

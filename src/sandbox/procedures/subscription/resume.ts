import type { LocalDate } from '../../../model/date.ts';
import type { Interruption } from '../../engine/subscription-procedures.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { type Assignment, assignmentsOf, insertAssignment } from '../../store/assignments.ts';
import { billIfDue } from '../invoicing/bill-if-due.ts';
import { effectiveDay, runningSubscription } from './current-service.ts';

/** Billing goes on in the periods from before the pause: the rest of the running one is charged by the day. */
export function resume(context: Context, { subscriptionId, timing }: Interruption): void {
  context.store.transaction(() => {
    const subscription = runningSubscription(context, subscriptionId);
    const start = effectiveDay(context, subscription, timing);
    // A pause that is planned may get its end before it begins, so nothing that is planned gives way here.
    const states = assignmentsOf(context, subscriptionId);
    const last = states.at(-1);
    if (last === undefined || last.state !== 'paused')
      refuse('subscriptionId', 'Found a subscription that runs, expected one that is paused.');
    const began = firstDayOfPause(states) ?? last.start;
    if (start <= began)
      refuse('timing.date', `Found ${start}, expected a day after the first of the pause, ${began}.`);
    if (start < last.start)
      refuse('timing.date', `Found ${start}, expected ${last.start} or later: something else changes then.`);
    insertAssignment(context, subscriptionId, { ...last, number: last.number + 1, start, state: 'active' });
    billIfDue(context, subscriptionId, start);
  });
}

/** Who is away may change his plan or seats meanwhile: he is away since the first of the states that end with the last. */
function firstDayOfPause(states: readonly Assignment[]): LocalDate | undefined {
  const running = states.findLastIndex(({ state }) => state === 'active');
  return states[running + 1]?.start;
}

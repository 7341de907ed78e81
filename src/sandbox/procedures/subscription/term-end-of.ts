import type { LocalDate } from '../../../model/date.ts';
import { segmentsUntil } from '../../billing/segments.ts';
import type { Context } from '../../engine.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import type { StoredSubscription } from '../../store/subscriptions.ts';

/** The first day after a term that is not renewed: the end of its last period. Null for every other contract. */
export function termEndOf(context: Context, subscription: StoredSubscription): LocalDate | null {
  const { term } = subscription.agreement;
  if (term?.atEnd !== 'end') return null;
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  let horizon = subscription.start;
  for (;;) {
    const segments = segmentsUntil(context, history, horizon);
    const last = segments.find(({ index }) => index === term.periods - 1);
    if (last !== undefined) return last.whole.to;
    horizon = segments.at(-1)?.whole.to ?? horizon;
  }
}

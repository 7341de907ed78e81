import type { Timing } from '../../../model/billing/subscription.ts';
import type { LocalDate } from '../../../model/date.ts';
import type { Segment } from '../../billing/due-item.ts';
import { planSegmentsUntil, segmentsUntil } from '../../billing/segments.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { assignmentsOf } from '../../store/assignments.ts';
import { type StoredSubscription, subscriptionById } from '../../store/subscriptions.ts';
import { todayOf } from '../../store/tenants.ts';

/** The service period of the plan that holds the day; null before the start and after the end. */
export function segmentOn(
  context: Context,
  subscription: StoredSubscription,
  day: LocalDate,
): Segment | null {
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  return holding(planSegmentsUntil(context, history, day), day);
}

/** The same, cut at each change of quantity and each pause, too. */
export function stretchOn(
  context: Context,
  subscription: StoredSubscription,
  day: LocalDate,
): Segment | null {
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  return holding(segmentsUntil(context, history, day), day);
}

function holding(segments: readonly Segment[], day: LocalDate): Segment | null {
  return segments.find(({ used }) => used.from <= day && day < used.to) ?? null;
}

/** The subscription, unless somebody cancelled it already. */
export function runningSubscription(context: Context, id: string): StoredSubscription {
  const subscription = subscriptionById(context, id);
  const { cancelledFrom } = subscription;
  const today = todayOf(context.store, context.tenantId);
  if (cancelledFrom === null || (hasTermThatEnds(context, subscription) && cancelledFrom > today))
    return subscription;
  return refuse(
    'subscriptionId',
    `Found a subscription that ends on ${cancelledFrom}; it cannot be changed.`,
  );
}

/** Of its own, or of the base that it ends with. */
function hasTermThatEnds(context: Context, { agreement, addOnTo }: StoredSubscription): boolean {
  if (agreement.term?.atEnd === 'end') return true;
  return addOnTo !== null && hasTermThatEnds(context, subscriptionById(context, addOnTo));
}

/** The day on which a change takes effect: it may not touch a period that is over. */
export function effectiveDay(context: Context, subscription: StoredSubscription, timing: Timing): LocalDate {
  const today = todayOf(context.store, context.tenantId);
  const current = stretchOn(context, subscription, today);
  const { start, cancelledFrom } = subscription;
  if (timing.kind === 'period-end') return current?.whole.to ?? start;
  const inForceSince = current?.used.from ?? null;
  const earliest = context.rules.earliestEffect({ today, inForceSince, start });
  if (timing.date < earliest)
    return refuse(
      'timing.date',
      `Found ${timing.date}, expected ${earliest} or later: what is before was billed.`,
    );
  if (cancelledFrom !== null && timing.date >= cancelledFrom)
    return refuse('timing.date', `Found ${timing.date}, expected a day before the end ${cancelledFrom}.`);
  return context.rules.firstDayOfChange(timing.date);
}

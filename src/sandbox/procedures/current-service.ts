import type { LocalDate } from '../../model/date.ts';
import type { Segment } from '../billing/due-item.ts';
import { segmentsUntil } from '../billing/segments.ts';
import type { Context } from '../engine.ts';
import { refuse } from '../refusal.ts';
import { assignmentsOf, type StoredSubscription, subscriptionById } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';

/** The service period that holds the day; null before the start and after the end. */
export function segmentOn(
  context: Context,
  subscription: StoredSubscription,
  day: LocalDate,
): Segment | null {
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  const segments = segmentsUntil(context, history, day);
  return segments.find(({ used }) => used.from <= day && day < used.to) ?? null;
}

/** The subscription, unless it was cancelled already. */
export function runningSubscription(context: Context, id: string): StoredSubscription {
  const subscription = subscriptionById(context, id);
  if (subscription.cancelledFrom === null) return subscription;
  return refuse(
    'subscriptionId',
    `Found a subscription that ends on ${subscription.cancelledFrom}; it cannot be changed.`,
  );
}

/** The day on which a change takes effect: it may not touch a period that is over. */
export function effectiveDay(
  context: Context,
  subscription: StoredSubscription,
  timing: { readonly kind: 'date'; readonly date: LocalDate } | { readonly kind: 'period-end' },
): LocalDate {
  const today = todayOf(context.store, context.tenantId);
  const current = segmentOn(context, subscription, today);
  if (timing.kind === 'period-end') return current?.whole.to ?? subscription.start;
  const earliest = current?.used.from ?? subscription.start;
  if (timing.date >= earliest) return timing.date;
  return refuse(
    'timing.date',
    `Found ${timing.date}, expected ${earliest} or later: what is before was billed.`,
  );
}

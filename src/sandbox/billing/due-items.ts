import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate } from '../../model/date.ts';
import { later } from '../arithmetic/earlier.ts';
import type { Context } from '../engine.ts';
import { planVersions } from '../store/catalog.ts';
import { advancesOf, type BilledAdvance, claimsOf } from '../store/claims.ts';
import { assignmentsOf, type StoredSubscription, setNextDue } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import type { DueItem, Segment } from './due-item.ts';
import { assignmentEnd, type ServiceHistory, segmentsUntil } from './segments.ts';

/** Every amount of the subscription that falls due up to `date`, billed or not, oldest first. */
export function itemsDueBy(
  context: Context,
  subscription: StoredSubscription,
  date: LocalDate,
): readonly DueItem[] {
  return itemsNear(context, subscription, date).filter((item) => item.due <= date);
}

/** Notes the day on which the next amount falls due, so that the clock knows where to stop. */
export function scheduleNext(context: Context, subscription: StoredSubscription): void {
  // Not the day of the run at hand: a run for a day of the past would look too short a way ahead.
  const today = todayOf(context.store, context.tenantId);
  const claims = claimsOf(context, subscription.id);
  const open = itemsNear(context, subscription, today).filter((item) => !claims.has(item.key));
  setNextDue(context, subscription.id, open[0]?.due ?? null);
}

function itemsNear(context: Context, subscription: StoredSubscription, date: LocalDate): readonly DueItem[] {
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  const charged = segmentsUntil(context, history, date).flatMap((segment) =>
    itemsOfSegment(context, subscription, segment),
  );
  return [...creditItems(context, history), ...charged].toSorted((a, b) =>
    a.due < b.due ? -1 : Number(a.due > b.due),
  );
}

function itemsOfSegment(
  context: Context,
  subscription: StoredSubscription,
  segment: Segment,
): readonly DueItem[] {
  const version = context.rules.priceVersionInForce<PlanVersion>({
    versions: planVersions(context, segment.plan),
    periodStart: segment.used.from,
    signedOn: subscription.start,
    plansBefore: segment.assignment,
  });
  if (version === null) return [];
  return version.charges.map((charge) => {
    const kind = charge.kind === 'usage' ? 'usage' : charge.timing;
    return {
      key: `${segment.assignment} ${charge.code} ${kind} ${segment.used.from}`,
      kind,
      due: context.rules.dueDay({ timing: kind, used: segment.used }),
      segment,
      version,
      charge,
      terms: null,
    };
  });
}

/** What was paid in advance for days that the plan does not serve any more. */
function creditItems(context: Context, history: ServiceHistory): readonly DueItem[] {
  const ends = history.assignments.map((assignment, index) => ({
    assignment,
    end: assignmentEnd(history, index),
  }));
  return advancesOf(context, history.subscription.id).flatMap((advance) => {
    const match = ends.find(({ assignment }) => assignment.number === advance.assignment);
    if (match === undefined || match.end === null || match.end >= advance.used.to) return [];
    const { plan } = match.assignment;
    return creditItem(context, advance, { subscriptionId: history.subscription.id, plan, end: match.end });
  });
}

function creditItem(
  context: Context,
  advance: BilledAdvance,
  ended: { readonly subscriptionId: string; readonly plan: string; readonly end: LocalDate },
): readonly DueItem[] {
  const version = planVersions(context, ended.plan).find(
    (each) => each.effectiveFrom === advance.priceVersion,
  );
  const charge = version?.charges.find((each: Charge) => each.code === advance.charge);
  if (version === undefined || charge === undefined) return [];
  const from = later(ended.end, advance.used.from);
  return [
    {
      key: `${advance.assignment} ${charge.code} credit ${advance.used.from}`,
      kind: 'credit',
      due: ended.end,
      segment: {
        assignment: advance.assignment,
        plan: ended.plan,
        whole: advance.whole,
        used: { from, to: advance.used.to },
      },
      version,
      charge,
      terms: context.procedures.readBilledTerms(context, {
        subscriptionId: ended.subscriptionId,
        plan: ended.plan,
        charge: charge.code,
        from: advance.used.from,
      }),
    },
  ];
}

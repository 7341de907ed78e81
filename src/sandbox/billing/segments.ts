import type { Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { earlier, later } from '../arithmetic/earlier.ts';
import { calendarFloor } from '../arithmetic/step-interval.ts';
import type { Context } from '../engine.ts';
import { planVersions } from '../store/catalog.ts';
import type { Assignment, StoredSubscription } from '../store/subscriptions.ts';
import type { Segment } from './due-item.ts';

export interface ServiceHistory {
  readonly subscription: StoredSubscription;
  readonly assignments: readonly Assignment[];
}

/** The periods of service that begin up to `horizon`, and the first one after it, over all plans in order. */
export function segmentsUntil(
  context: Context,
  history: ServiceHistory,
  horizon: LocalDate,
): readonly Segment[] {
  return history.assignments.flatMap((assignment, index) => {
    const end = assignmentEnd(history, index);
    return [...servedPeriods(context, history.subscription, { assignment, end, horizon })];
  });
}

interface Service {
  readonly assignment: Assignment;
  readonly end: LocalDate | null;
  readonly horizon: LocalDate;
}

function* servedPeriods(
  context: Context,
  subscription: StoredSubscription,
  service: Service,
): Generator<Segment, void> {
  const { assignment, end, horizon } = service;
  for (const whole of wholePeriods(context, subscription, assignment)) {
    if (end !== null && whole.from >= end) return;
    const used = overlap(whole, { from: assignment.start, to: end ?? whole.to });
    if (used.from < used.to) yield { assignment: assignment.number, plan: assignment.plan, whole, used };
    if (whole.from > horizon) return;
  }
}

/** The first day on which the plan is not in force any more; null while nothing ends it. */
export function assignmentEnd(history: ServiceHistory, index: number): LocalDate | null {
  const changed = history.assignments[index + 1]?.start ?? null;
  const cancelled = history.subscription.cancelledFrom;
  if (changed === null || cancelled === null) return changed ?? cancelled;
  return earlier(changed, cancelled);
}

export function intervalOf(context: Context, plan: string): Interval {
  return firstVersion(context, plan).interval;
}

function* wholePeriods(
  context: Context,
  subscription: StoredSubscription,
  assignment: Assignment,
): Generator<Period, never> {
  const { billing } = subscription;
  const interval = intervalOf(context, assignment.plan);
  const { anchor } = assignment;
  let from = billing === 'calendar' ? calendarFloor(anchor, interval) : anchor;
  for (let index = 0; ; index += 1) {
    const to = context.rules.nextPeriodEnd({ anchor, from, index, interval, billing });
    if (to <= from) throw endlessPeriod(from, to);
    yield { from, to };
    from = to;
  }
}

function endlessPeriod(from: LocalDate, to: LocalDate): HarnessFault {
  return new HarnessFault({
    code: 'INTERNAL',
    message: `Found a period from ${from} that ends on ${to}, expected an end after its beginning.`,
    hint: 'Look at the rule that ends periods.',
  });
}

function overlap(left: Period, right: Period): Period {
  return {
    from: later(left.from, right.from),
    to: earlier(left.to, right.to),
  };
}

function firstVersion(context: Context, plan: string): PlanVersion {
  const first = planVersions(context, plan)[0];
  if (first !== undefined) return first;
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `Found no version of plan ${plan}, expected the one that a subscription was made from.`,
    hint: 'Plans are never removed: start the sandbox with an empty data folder.',
  });
}

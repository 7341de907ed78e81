import type { Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { earlier, later } from '../arithmetic/earlier.ts';
import { calendarFloor } from '../arithmetic/step-interval.ts';
import type { Context } from '../engine.ts';
import type { Assignment } from '../store/assignments.ts';
import { planVersions } from '../store/catalog.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import type { Segment } from './due-item.ts';

export interface ServiceHistory {
  readonly subscription: StoredSubscription;
  readonly assignments: readonly Assignment[];
}

/**
 * The periods of service that begin up to `horizon`, and the first one after it, in order: cut at each change of plan or
 * quantity and at each pause. Recurring charges go by these.
 */
export function segmentsUntil(
  context: Context,
  history: ServiceHistory,
  horizon: LocalDate,
): readonly Segment[] {
  return history.assignments.flatMap((assignment, index) => {
    const { since: onPlanSince, plansBefore } = planOf(history.assignments, index);
    const service = { assignment, end: assignmentEnd(history, index), horizon, onPlanSince, plansBefore };
    return [...servedPeriods(context, history.subscription, service)];
  });
}

/** The same, cut at changes of plan and bill day only: what is metered does not begin anew with another seat or a pause. */
export function planSegmentsUntil(
  context: Context,
  history: ServiceHistory,
  horizon: LocalDate,
): readonly Segment[] {
  const { subscription, assignments } = history;
  const firsts = assignments.filter((after, index) => {
    const before = assignments[index - 1];
    return before === undefined || context.rules.beginsUsagePeriod({ before, after });
  });
  return segmentsUntil(context, { subscription, assignments: firsts }, horizon);
}

interface Service {
  readonly assignment: Assignment;
  readonly end: LocalDate | null;
  readonly horizon: LocalDate;
  readonly onPlanSince: LocalDate;
  readonly plansBefore: number;
}

function* servedPeriods(
  context: Context,
  subscription: StoredSubscription,
  service: Service,
): Generator<Segment, void> {
  const { assignment, end, horizon, onPlanSince, plansBefore } = service;
  const { number, plan, quantity, state } = assignment;
  let index = 0;
  for (const whole of wholePeriods(context, subscription, assignment)) {
    if (end !== null && whole.from >= end) return;
    const used = overlap(whole, { from: assignment.start, to: end ?? whole.to });
    if (used.from < used.to)
      yield { assignment: number, plan, quantity, state, whole, index, used, onPlanSince, plansBefore };
    if (whole.from > horizon) return;
    index += 1;
  }
}

/** The first day on which the state is not in force any more; null while nothing ends it. */
export function assignmentEnd(history: ServiceHistory, index: number): LocalDate | null {
  const changed = history.assignments[index + 1]?.start ?? null;
  const cancelled = history.subscription.cancelledFrom;
  if (changed === null || cancelled === null) return changed ?? cancelled;
  return earlier(changed, cancelled);
}

/** Since when the plan of that state is in force without another one between. */
function planOf(
  assignments: readonly Assignment[],
  index: number,
): { readonly since: LocalDate; readonly plansBefore: number } {
  const firsts = assignments
    .slice(0, index + 1)
    .filter((each, at) => at === 0 || assignments[at - 1]?.plan !== each.plan);
  const last = firsts.at(-1);
  if (last !== undefined) return { since: last.start, plansBefore: firsts.length - 1 };
  throw new RangeError(`no state ${index} among ${assignments.length}`);
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
  const first = billing === 'calendar' ? calendarFloor(earlier(anchor, assignment.start), interval) : anchor;
  // Where periods are counted from the end of a trial, service begins before the first of them.
  let [from, before] = [first, 0];
  while (from > assignment.start) {
    before += 1;
    from = context.rules.nextPeriodEnd({ anchor, from, index: -before - 1, interval, billing });
  }
  for (let index = -before; ; index += 1) {
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

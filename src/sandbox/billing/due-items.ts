import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { CurrencyCode } from '../../model/currency.ts';
import type { LocalDate, Period } from '../../model/date.ts';
import { addDays } from '../../model/date.ts';
import { later } from '../arithmetic/earlier.ts';
import type { Context } from '../engine.ts';
import { type Assignment, assignmentsOf } from '../store/assignments.ts';
import { planVersions } from '../store/catalog.ts';
import { advancesOf, claimsOf } from '../store/claims.ts';
import { customerById } from '../store/customers.ts';
import { type StoredSubscription, setNextDue } from '../store/subscriptions.ts';
import { todayOf } from '../store/tenants.ts';
import { chargesFor } from './agreed-charges.ts';
import { creditItems } from './credit-items.ts';
import type { DueItem, Segment } from './due-item.ts';
import { planSegmentsUntil, segmentsUntil } from './segments.ts';

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

/** Those, and what falls due with the periods that run then: enough to see what comes next. */
export function itemsNear(
  context: Context,
  subscription: StoredSubscription,
  date: LocalDate,
): readonly DueItem[] {
  const history = { subscription, assignments: assignmentsOf(context, subscription.id) };
  const horizon = horizonOf(subscription, history.assignments, date);
  const { currency } = customerById(context, subscription.customerId);
  const of = { subscription, currency };
  const metered = planSegmentsUntil(context, history, horizon).flatMap((segment) =>
    itemsOfSegment(context, { ...of, segment, isOf: (charge) => charge.kind === 'usage' }),
  );
  const served = segmentsUntil(context, history, horizon);
  const setUpWith = stateOfSetUp(context, subscription, served);
  const fees = served.flatMap((segment) =>
    itemsOfSegment(context, {
      ...of,
      segment,
      setUpWith,
      isOf: ({ kind }) => kind === 'one-off' || (kind === 'recurring' && segment.state === 'active'),
    }),
  );
  const credits = creditItems(context, { history, advances: advancesOf(context, subscription.id), currency });
  return [...credits, ...fees, ...metered].toSorted((a, b) => order(placeOf(a), placeOf(b)));
}

/** Far enough ahead that the first period with something to pay is seen: beyond a trial, and beyond a planned resumption. */
function horizonOf(
  subscription: StoredSubscription,
  assignments: readonly Assignment[],
  date: LocalDate,
): LocalDate {
  const planned = assignments.at(-1)?.start ?? date;
  return later(date, later(planned, subscription.trialEnd ?? date));
}

/** The state whose setup was billed, or else the first that is in force at all: what is planned for the first day replaces the order. */
function stateOfSetUp(context: Context, { id }: StoredSubscription, served: readonly Segment[]): number {
  const first = served[0]?.assignment ?? 0;
  if (first === 0) return 0;
  const billed = [...claimsOf(context, id).keys()].find((key) => / one-off \d{4}-\d\d-\d\d$/.test(key));
  return billed === undefined ? first : Number.parseInt(billed, 10);
}

interface SegmentQuestion {
  readonly subscription: StoredSubscription;
  readonly currency: CurrencyCode;
  readonly segment: Segment;
  readonly isOf: (charge: Charge) => boolean;
  /** With which state the setup is owed. */
  readonly setUpWith?: number;
}

function itemsOfSegment(context: Context, question: SegmentQuestion): readonly DueItem[] {
  const { subscription, segment, currency, isOf } = question;
  const { whole, used, onPlanSince, plansBefore } = segment;
  const version = context.rules.priceVersionInForce<PlanVersion>({
    versions: planVersions(context, segment.plan),
    periodStart: context.rules.pricingDay({ whole, used, onPlanSince }),
    signedOn: subscription.start,
    plansBefore,
    planSince: onPlanSince,
  });
  if (version === null) return [];
  return chargesFor(context, subscription, { version, segment, currency }).flatMap(({ charge, factor }) => {
    const part = isOf(charge) ? chargedPart(context, question, charge) : null;
    if (part === null) return [];
    const kind = kindOf(charge);
    const due = context.rules.dueDay({ timing: kind === 'one-off' ? 'advance' : kind, used: part });
    const key = `${segment.assignment} ${charge.code} ${kind} ${part.from}`;
    return [{ key, kind, due, segment: { ...segment, used: part }, version, charge, factor, terms: null }];
  });
}

function kindOf(charge: Charge): 'advance' | 'arrears' | 'usage' | 'one-off' {
  return charge.kind === 'recurring' ? charge.timing : charge.kind;
}

/** The days that the charge is for; null when it is not owed for the segment. */
function chargedPart(context: Context, question: SegmentQuestion, charge: Charge): Period | null {
  const { subscription, segment, setUpWith = 0 } = question;
  if (charge.kind === 'one-off') {
    const isFirstPeriod = segment.used.from === subscription.start;
    const assignment = Math.max(0, segment.assignment - setUpWith);
    if (!context.rules.isSetUp({ assignment, isFirstPeriod })) return null;
    return { from: segment.used.from, to: addDays(segment.used.from, 1) };
  }
  const { whole, used } = segment;
  const paid = context.rules.paidPart({ charge, used, trialEnd: subscription.trialEnd });
  const isAdvance = charge.kind === 'recurring' && charge.timing === 'advance';
  return paid !== null && isAdvance ? context.rules.advancePart({ whole, used: paid }) : paid;
}

/** By the day on which it falls due, and of one day the older service first. */
function placeOf(item: DueItem): string {
  return `${item.due} ${item.segment.used.from}`;
}

function order(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

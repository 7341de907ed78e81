import type { Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { earlier } from '../time/calendar.ts';
import { servicePeriod } from '../time/periods.ts';
import type { BillingHistory, Stint } from './billing-history.ts';
import { daysWithOldState } from './stretches.ts';
import type { SubscriptionHistory } from './subscription-history.ts';

/**
 * The subscription cut at its plan changes. Plans with one interval share the grid of periods; a plan with another one
 * begins a grid of its own on the day of the change.
 */
export function stintsOf(
  subscription: SubscriptionHistory,
  history: Pick<BillingHistory, 'plans' | 'subscriptions'>,
  profile: PolicyProfile,
): readonly Stint[] {
  const shift = daysWithOldState(profile);
  const base = baseStint(subscription, history, profile);
  const end = endOf(subscription, { base, history, profile });
  const begins = [
    { on: subscription.start, plan: subscription.plan },
    ...subscription.changes.map(({ on, plan }) => ({ on: addDays(on, shift), plan })),
  ].filter(({ on }) => end === null || on < end);
  const billing = base?.billing ?? subscription.billing;
  const stints: Stint[] = [];
  for (const [index, { on, plan }] of begins.entries()) {
    const interval = versionInForce(history.plans, plan, on).interval;
    const before = stints.at(-1);
    const keepsGrid = before !== undefined && sameInterval(before.interval, interval);
    const laid = gridStart(on, { index, subscription, base, profile });
    // The calendar waits for nobody: what a trial does not free, such as a setup fee, is due in the part of it that the trial has.
    const own = billing === 'calendar' && base === null ? on : laid;
    const anchor = keepsGrid ? before.anchor : own;
    stints.push({
      subscription,
      plan,
      from: on,
      to: begins[index + 1]?.on ?? end,
      anchor,
      interval,
      billing,
    });
  }
  return stints.filter((stint) => stint.to === null || stint.to > stint.from);
}

/** The plan's version with the latest first day that is not after `date`. */
export function versionInForce(plans: readonly PlanVersion[], plan: string, date: LocalDate): PlanVersion {
  let found: PlanVersion | undefined;
  for (const version of plans) {
    if (version.plan !== plan || version.effectiveFrom > date) continue;
    if (found === undefined || version.effectiveFrom > found.effectiveFrom) found = version;
  }
  if (found !== undefined) return found;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found no version of plan "${plan}" in force on ${date}, expected one.`,
    hint: 'Publish a version whose first day is not after the first day of service.',
  });
}

/** The stint of the base that runs when the add-on begins; null for what is no add-on. */
function baseStint(
  subscription: SubscriptionHistory,
  history: Pick<BillingHistory, 'plans' | 'subscriptions'>,
  profile: PolicyProfile,
): Stint | null {
  if (subscription.addOnTo === undefined) return null;
  const base = history.subscriptions.find(({ key }) => key === subscription.addOnTo);
  const stints = base === undefined ? [] : stintsOf(base, history, profile);
  const running = stints.findLast(({ from }) => from <= subscription.start);
  if (running !== undefined) return running;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found an add-on to "${subscription.addOnTo}", expected a subscription that runs on ${subscription.start}.`,
    hint: 'Name the key of a subscription of the same customer that begins before the add-on.',
  });
}

interface GridParts {
  readonly index: number;
  readonly subscription: SubscriptionHistory;
  readonly base: Stint | null;
  readonly profile: PolicyProfile;
}

/** The day on which the grid of a stint is laid: its own first day, unless it is an add-on or waits for its trial. */
function gridStart(from: LocalDate, { index, subscription, base, profile }: GridParts): LocalDate {
  if (index > 0) return from;
  if (base !== null) return base.anchor;
  const isAfterTrial = profile.trialPeriods === 'counted-from-trial-end';
  return isAfterTrial ? addDays(from, subscription.trialDays ?? 0) : from;
}

interface EndParts {
  readonly base: Stint | null;
  readonly history: Pick<BillingHistory, 'plans' | 'subscriptions'>;
  readonly profile: PolicyProfile;
}

/** The first day without service: cancelled, over with its base, or with a term that is not renewed. */
function endOf(subscription: SubscriptionHistory, { base, history, profile }: EndParts): LocalDate | null {
  const shift = daysWithOldState(profile);
  const cancelled = (of: SubscriptionHistory) =>
    of.cancelledOn === null ? [] : [addDays(of.cancelledOn, shift)];
  const { term, start, plan } = subscription;
  const baseEnd = base === null ? null : endOfBase(base.subscription, { history, profile });
  const days = [...cancelled(subscription), ...(baseEnd === null ? [] : [baseEnd])];
  if (term?.atEnd === 'end') {
    const { interval } = versionInForce(history.plans, plan, start);
    const anchor = gridStart(start, { index: 0, subscription, base, profile });
    const billing = base?.billing ?? subscription.billing;
    days.push(servicePeriod({ start: anchor, interval, billing }, term.periods - 1).to);
  }
  return days.length === 0 ? null : days.reduce(earlier);
}

function endOfBase(
  subscription: SubscriptionHistory,
  { history, profile }: Pick<EndParts, 'history' | 'profile'>,
): LocalDate | null {
  return endOf(subscription, { base: baseStint(subscription, history, profile), history, profile });
}

function sameInterval(left: Interval, right: Interval): boolean {
  return left.unit === right.unit && left.count === right.count;
}

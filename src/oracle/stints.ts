import type { Interval, PlanVersion } from '../model/billing/catalog.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { addDays, type LocalDate } from '../model/date.ts';
import { HarnessFault } from '../model/fault.ts';
import type { Stint, SubscriptionHistory } from './billing-history.ts';

/**
 * The subscription cut at its plan changes. Plans with one interval share the grid of periods; a plan with another one
 * begins a grid of its own on the day of the change.
 */
export function stintsOf(
  subscription: SubscriptionHistory,
  plans: readonly PlanVersion[],
  profile: PolicyProfile,
): readonly Stint[] {
  const shift = profile.changeDayBelongsTo === 'old-plan' ? 1 : 0;
  const end = subscription.cancelledOn === null ? null : addDays(subscription.cancelledOn, shift);
  const begins = [
    { on: subscription.start, plan: subscription.plan },
    ...subscription.changes.map(({ on, plan }) => ({ on: addDays(on, shift), plan })),
  ].filter(({ on }) => end === null || on < end);
  const stints: Stint[] = [];
  for (const [index, { on, plan }] of begins.entries()) {
    const interval = versionInForce(plans, plan, on).interval;
    const before = stints.at(-1);
    const keepsGrid = before !== undefined && sameInterval(before.interval, interval);
    const anchor = keepsGrid ? before.anchor : on;
    stints.push({ subscription, plan, from: on, to: begins[index + 1]?.on ?? end, anchor, interval });
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

function sameInterval(left: Interval, right: Interval): boolean {
  return left.unit === right.unit && left.count === right.count;
}

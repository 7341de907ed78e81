import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../model/date.ts';
import { versionInForce } from '../subscription/stints.ts';

/** The version that prices a period: the one that was taken, or the newest of those that reach running subscriptions by then. */
export function versionForPeriod(
  plans: readonly PlanVersion[],
  of: { readonly plan: string; readonly takenOn: LocalDate; readonly periodFrom: LocalDate },
  { existingSubscriptions }: PolicyProfile,
): PlanVersion {
  const { plan, takenOn, periodFrom } = of;
  const reaches = (version: PlanVersion): LocalDate | null =>
    version.runningFrom ?? (existingSubscriptions === 'price-at-signing' ? null : version.effectiveFrom);
  const since = plans
    .filter((version) => version.plan === plan && version.effectiveFrom > takenOn)
    .filter((version) => (reaches(version) ?? '9999-12-31') <= periodFrom)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return since.at(-1) ?? versionInForce(plans, plan, takenOn);
}

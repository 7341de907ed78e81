import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../../model/date.ts';

interface DatedVersion {
  readonly effectiveFrom: LocalDate;
  readonly runningFrom?: LocalDate | undefined;
}

export interface VersionQuestion<Version> {
  readonly versions: readonly Version[];
  /** First day of the service period that is to be priced. */
  readonly periodStart: LocalDate;
  /** First day of the subscription. */
  readonly signedOn: LocalDate;
  /** How many plans the subscription had before this one. */
  readonly plansBefore: number;
  /** First day of the plan. Absent: that of the subscription. */
  readonly planSince?: LocalDate | undefined;
}

/** The latest version that is effective for the subscription on the first day of the service period; null when none is yet. */
export function priceVersionInForce<Version extends DatedVersion>(
  question: VersionQuestion<Version>,
  habit: PolicyProfile['existingSubscriptions'] = 'price-in-force-at-period-start',
): Version | null {
  let found: Version | null = null;
  for (const version of question.versions) {
    if (!isEffective(version, question, habit)) continue;
    if (found === null || version.effectiveFrom > found.effectiveFrom) found = version;
  }
  return found;
}

/** Whoever signed for a price keeps it for as long as he keeps the plan, unless a newer one says from when on he pays it. */
function isEffective<Version extends DatedVersion>(
  { effectiveFrom, runningFrom }: Version,
  { periodStart, signedOn, planSince = signedOn }: VersionQuestion<Version>,
  habit: PolicyProfile['existingSubscriptions'],
): boolean {
  if (runningFrom !== undefined && effectiveFrom > planSince) return runningFrom <= periodStart;
  return effectiveFrom <= (habit === 'price-at-signing' ? planSince : periodStart);
}

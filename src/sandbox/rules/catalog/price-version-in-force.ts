import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../../model/date.ts';

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

/** The latest version that is effective on the first day of the service period; null when none is yet. */
export function priceVersionInForce<Version extends { readonly effectiveFrom: LocalDate }>(
  question: VersionQuestion<Version>,
  habit: PolicyProfile['existingSubscriptions'] = 'price-in-force-at-period-start',
): Version | null {
  // Whoever signed for a price keeps it for as long as he keeps the plan.
  const isKept = habit === 'price-at-signing';
  const day = isKept ? (question.planSince ?? question.signedOn) : question.periodStart;
  let found: Version | null = null;
  for (const version of question.versions) {
    if (version.effectiveFrom > day) continue;
    if (found === null || version.effectiveFrom > found.effectiveFrom) found = version;
  }
  return found;
}

import type { LocalDate } from '../../model/date.ts';

export interface VersionQuestion<Version> {
  readonly versions: readonly Version[];
  /** First day of the service period that is to be priced. */
  readonly periodStart: LocalDate;
  /** First day of the subscription. */
  readonly signedOn: LocalDate;
  /** How many plans the subscription had before this one. */
  readonly plansBefore: number;
}

/** The latest version that is effective on the first day of the service period; null when none is yet. */
export function priceVersionInForce<Version extends { readonly effectiveFrom: LocalDate }>(
  question: VersionQuestion<Version>,
): Version | null {
  let found: Version | null = null;
  for (const version of question.versions) {
    if (version.effectiveFrom > question.periodStart) continue;
    if (found === null || version.effectiveFrom > found.effectiveFrom) found = version;
  }
  return found;
}

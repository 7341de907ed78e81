import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { LocalDate } from '../../../model/date.ts';

export interface BeginOfService {
  readonly start: LocalDate;
  /** The first day that is not free; null without a trial. */
  readonly trialEnd: LocalDate | null;
}

/** The day from which periods are counted: they run through a trial, or begin when it is over. */
export function firstAnchor(
  { start, trialEnd }: BeginOfService,
  habit: PolicyProfile['trialPeriods'] = 'counted-from-start',
): LocalDate {
  return habit === 'counted-from-trial-end' ? (trialEnd ?? start) : start;
}

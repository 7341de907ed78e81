import type { DayCount } from '../../../model/billing/policy-profile.ts';
import type { LocalDate, Period } from '../../../model/date.ts';
import { prorationShare, type Share } from './proration-share.ts';

export interface CommitmentShareQuestion {
  readonly whole: Period;
  readonly used: Period;
  /** The first day that the plan does not serve any more; null while nothing ends it. */
  readonly endsOn: LocalDate | null;
  readonly dayCount: DayCount;
  readonly habit: 'prorated' | 'full';
}

/** The share of a minimum that a period owes: all of it, unless the period was served in part. */
export function commitmentShare(question: CommitmentShareQuestion): Share {
  const { whole, used, dayCount, habit } = question;
  return prorationShare({ whole, used: habit === 'full' ? whole : used, dayCount });
}

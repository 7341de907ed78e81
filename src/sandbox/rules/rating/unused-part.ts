import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import type { LocalDate, Period } from '../../../model/date.ts';
import { later } from '../../arithmetic/earlier.ts';

export interface UnusedQuestion {
  /** What was paid for in advance. */
  readonly paid: Period;
  /** The first day that is not served at this price. */
  readonly end: LocalDate;
  readonly cause: 'change' | 'pause' | 'cancellation' | 'bill-day';
}

/** The days to give back; null when all were served. */
export function unusedPart(
  { paid, end }: UnusedQuestion,
  habit: PolicyProfile['prorationCredit'] = 'line-on-next-invoice',
): Period | null {
  if (habit === 'none') return null;
  const from = later(end, paid.from);
  return from < paid.to ? { from, to: paid.to } : null;
}

import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import { addDays, type LocalDate, type Period } from '../../../model/date.ts';

export interface SupplyInTime {
  readonly billed: 'ahead' | 'afterwards';
  /** Null for what is supplied at once. */
  readonly period: Period | null;
  readonly issueDate: LocalDate;
  readonly habit: NonNullable<PolicyProfile['taxPoint']>;
}

/** The day that picks the tax rate: what was served in the old year is taxed at its rate, though billed in the new one. */
export function taxPoint({ billed, period, issueDate, habit }: SupplyInTime): LocalDate {
  if (habit === 'issue-date' || period === null) return issueDate;
  return billed === 'ahead' ? period.from : addDays(period.to, -1);
}

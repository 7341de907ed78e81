import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import { addDays, type LocalDate } from '../../../model/date.ts';

/** The first day of what a change brings: the day that was named, or the one after it where that still belongs to what was before. */
export function firstDayOfChange(
  named: LocalDate,
  habit: PolicyProfile['changeDayBelongsTo'] = 'new-plan',
): LocalDate {
  return habit === 'old-plan' ? addDays(named, 1) : named;
}

import type { LocalDate } from '../../model/date.ts';
import { addDays } from '../../model/date.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import type { AccountLife } from './account-act.ts';

/** The first day after this one on which a month of the plan begins. */
export function nextMonthBegins({ firstDay }: Pick<AccountLife, 'firstDay'>, today: LocalDate): LocalDate {
  let months = 0;
  while (monthsAfter(firstDay, months) <= today) months += 1;
  return monthsAfter(firstDay, months);
}

/** Today, unless a month of the plan begins on it: whose day that one is depends on habits that no profile states. */
export async function dayWithinMonth(life: AccountLife): Promise<LocalDate | null> {
  const today = await life.contract.session.today();
  return nextMonthBegins(life, addDays(today, -1)) === today ? null : today;
}

import { addDays, type LocalDate } from '../../../model/date.ts';
import type { Context } from '../../engine.ts';
import { refuse } from '../../refusal.ts';
import { closedTo, setClosedTo } from '../../store/closed-periods.ts';
import { todayOf } from '../../store/tenants.ts';

/** A month can be closed when it is over, and only once. */
export function closePeriod(context: Context, month: LocalDate): void {
  context.store.transaction(() => {
    const lastDay = lastDayOf(month);
    const today = todayOf(context.store, context.tenantId);
    if (today <= lastDay)
      refuse('month', `Found ${month}, which goes on until ${lastDay}, expected a month that is over.`);
    if (lastDay <= (closedTo(context) ?? '')) return;
    context.procedures.deferRevenue(context, month);
    setClosedTo(context, lastDay);
  });
}

export function lastDayOf(month: LocalDate): LocalDate {
  return addDays(`${addDays(month, 31).slice(0, 7)}-01` as LocalDate, -1);
}

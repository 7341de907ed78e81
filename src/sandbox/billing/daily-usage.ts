import type { Customer } from '../../model/billing/customer.ts';
import type { DailyUsage } from '../../model/billing/usage.ts';
import type { Period } from '../../model/date.ts';
import { exactDecimal, plus, sum, zero } from '../arithmetic/fraction.ts';
import { localDay } from '../arithmetic/zone.ts';
import type { Context } from '../engine.ts';
import type { DaySnapshot } from '../rules/usage/usage-of-day.ts';
import { usageEvents } from '../store/usage.ts';

/** What each day of the period with events added to the meter, by the customer's calendar. */
export function dailyUsage(
  context: Context,
  customer: Customer,
  of: { readonly meter: string; readonly period: Period },
): readonly DailyUsage[] {
  const window = context.rules.usageWindow(of.period, customer.timeZone);
  const events = usageEvents(context, { customer, meter: of.meter, window });
  const byDay = Map.groupBy(events, ({ at }) => localDay(at, customer.timeZone));
  let reached = zero;
  const snapshots = [...byDay.keys()].toSorted().map((date): DaySnapshot => {
    reached = plus(reached, sum((byDay.get(date) ?? []).map(({ quantity }) => quantity)));
    return { date, reached };
  });
  return snapshots.map((snapshot, index) => {
    const quantity = context.rules.usageOfDay({ snapshot, earlier: snapshots.slice(0, index) });
    return { date: snapshot.date, quantity: exactDecimal(quantity, 0) ?? '0' };
  });
}

import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, daysBetween, type LocalDate, type Period } from '../../model/date.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { fullPeriodWith } from '../../oracle/time/periods.ts';

export type Begin = Pick<SubscriptionHistory, 'start' | 'toldOn' | 'billing'>;

/** A stretch with fewer days has no two to choose from. */
const daysMin = 8;

/** The first on which anything can be told, three days within one period and its last one, one within the next, all after the order was told. */
export function daysOf({ start, toldOn = start, billing }: Begin, interval: Interval) {
  const periodWith = (day: LocalDate) => fullPeriodWith(day, { start, interval, billing });
  const from = toldOn > start ? addDays(toldOn, 1) : start;
  const running = { from, to: periodWith(from).to };
  const isLong = daysBetween(running.from, running.to) >= daysMin;
  const served = isLong ? running : periodWith(running.to);
  const next = periodWith(served.to);
  return {
    firstDay: toldOn > start ? toldOn : start,
    first: dayWithin(served, { over: 1, under: 3 }),
    between: dayWithin(served, { over: 1, under: 2 }),
    second: dayWithin(served, { over: 2, under: 3 }),
    next: dayWithin(next, { over: 1, under: 2 }),
    lastDay: addDays(served.to, -1),
    periodEnd: served.to,
  };
}

function dayWithin({ from, to }: Period, part: { readonly over: number; readonly under: number }): LocalDate {
  return addDays(from, Math.floor((daysBetween(from, to) * part.over) / part.under));
}

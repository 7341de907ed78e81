import type { Interval } from '../../../model/billing/catalog.ts';
import { addDays, type LocalDate, localDate, type Period, periodDays } from '../../../model/date.ts';
import { refuse } from '../refuse.ts';

/** The same day so many months later, or the last one of a shorter month. */
export function monthsLater(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map((part) => Number.parseInt(part, 10));
  const index = year * 12 + month - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const last = Number.parseInt(addDays(localDate(nextMonth(first)), -1).slice(8), 10);
  return localDate(`${first.slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`);
}

/** A day on which the period that begins there is surely over. */
export function after(start: LocalDate, { unit, count }: Interval, periods: number): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(start, count * periods);
    case 'week':
      return addDays(start, 7 * count * periods);
    case 'month':
      return monthsLater(start, count * periods);
    default:
      return monthsLater(start, 12 * count * periods);
  }
}

/** The interval of which the period is one; refused where it is none. */
export function intervalOf(period: Period): Interval {
  for (const count of [1, 2, 3, 4, 6, 12, 24]) if (spans(period, count)) return { unit: 'month', count };
  const days = periodDays(period);
  if ([1, 7, 14, 30, 60, 90].includes(days)) return { unit: 'day', count: days };
  return refuse('preview.proration', `a period of ${days} days from ${period.from}`);
}

/** Also from the last day of a month to the last of another. */
function spans({ from, to }: Period, months: number): boolean {
  return monthsLater(from, months) === to || (isMonthEnd(from) && monthsLater(to, -months) === from);
}

function isMonthEnd(date: LocalDate): boolean {
  return addDays(date, 1).endsWith('-01');
}

function nextMonth(first: string): string {
  const [year = 0, month = 0] = first.split('-').map((part) => Number.parseInt(part, 10));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

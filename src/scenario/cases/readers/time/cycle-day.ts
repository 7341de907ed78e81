import type { LocalDate } from '../../../../model/date.ts';
import { dayOfMonth, dayParts, monthIndex } from '../../../../oracle/time/calendar.ts';

/** The bill cycle day on or before the date; the last day of a month that has none such. */
export function cycleDayOn(date: LocalDate, bcd: number): LocalDate {
  const thisMonth = dayOfMonth(monthIndex(date), bcd);
  return thisMonth <= date ? thisMonth : dayOfMonth(monthIndex(date) - 1, bcd);
}

/**
 * A cycle day from which whole cycles of so many months lead to the one on or before the date. Its month has that day, so
 * that the cycle keeps it beyond short months.
 */
export function anchorBefore(date: LocalDate, bcd: number, months = 1): LocalDate {
  let month = monthIndex(cycleDayOn(date, bcd));
  while (dayParts(dayOfMonth(month, bcd)).day !== bcd) month -= months;
  return dayOfMonth(month, bcd);
}

import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';

/** The day that lies `steps` intervals after `date`; a day that the month does not have becomes its last one. */
export function stepInterval(date: LocalDate, interval: Interval, steps: number): LocalDate {
  const count = interval.count * steps;
  switch (interval.unit) {
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, 7 * count);
    case 'month':
      return stepMonths(date, count);
    case 'year':
      return stepMonths(date, 12 * count);
    default:
      return unreachable(interval.unit, 'interval unit');
  }
}

/** The first day of the calendar period that holds `date`: weeks from Monday, quarters from January, April, July, October. */
export function calendarFloor(date: LocalDate, interval: Interval): LocalDate {
  switch (interval.unit) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return monthFloor(date, interval.count);
    case 'year':
      return monthFloor(date, 12 * interval.count);
    default:
      return unreachable(interval.unit, 'interval unit');
  }
}

function stepMonths(date: LocalDate, months: number): LocalDate {
  const { monthIndex, day } = partsOf(date);
  const target = monthIndex + months;
  return dateOf(target, Math.min(day, daysInMonth(target)));
}

function monthFloor(date: LocalDate, months: number): LocalDate {
  const { monthIndex } = partsOf(date);
  return dateOf(monthIndex - (monthIndex % months), 1);
}

/** Months are counted from January of the year zero, so that years and months need one number only. */
function partsOf(date: LocalDate): { readonly monthIndex: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { monthIndex: year * 12 + month - 1, day };
}

function dateOf(monthIndex: number, day: number): LocalDate {
  const year = String(Math.floor(monthIndex / 12)).padStart(4, '0');
  const month = String((monthIndex % 12) + 1).padStart(2, '0');
  return localDate(`${year}-${month}-${String(day).padStart(2, '0')}`);
}

function daysInMonth(monthIndex: number): number {
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex % 12;
  if (month === 1) return isLeapYear(year) ? 29 : 28;
  return [3, 5, 8, 10].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

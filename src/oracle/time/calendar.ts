import { type LocalDate, localDate } from '../../model/date.ts';

/** A day as three numbers; `month` counts from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayParts(date: LocalDate): Day {
  const [year, month, day] = date.split('-');
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** Months since the year 0, so that month arithmetic is plain arithmetic. */
export function monthIndex(date: LocalDate): number {
  const { year, month } = dayParts(date);
  return year * 12 + month - 1;
}

export function daysInMonth(index: number): number {
  const month = (index % 12) + 1;
  if (month === 2) return isLeapYear(Math.floor(index / 12)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The wanted day of the month, or the month's last where it has none such. */
export function dayOfMonth(index: number, wanted: number): LocalDate {
  const day = Math.min(wanted, daysInMonth(index));
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return localDate(`${year}-${twoDigits((index % 12) + 1)}-${twoDigits(day)}`);
}

/** Counted from the first day and never from the period before, so that 31 January leads to 28 February and 31 March. */
export function monthsAfter(anchor: LocalDate, months: number): LocalDate {
  return dayOfMonth(monthIndex(anchor) + months, dayParts(anchor).day);
}

export function isLastOfMonth(date: LocalDate): boolean {
  return dayParts(date).day === daysInMonth(monthIndex(date));
}

export function earlier(left: LocalDate, right: LocalDate): LocalDate {
  return left <= right ? left : right;
}

export function later(left: LocalDate, right: LocalDate): LocalDate {
  return left >= right ? left : right;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

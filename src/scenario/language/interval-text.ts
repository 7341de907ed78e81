import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';

/** Reads "month", "3 months", "quarter", "year", "2 weeks", "1 day". */
export function readInterval(text: string): Interval {
  const match = /^(?:(\d{1,3}) )?(day|week|month|quarter|year)s?$/.exec(text.trim());
  const count = Number(match?.[1] ?? '1');
  if (match === null || count < 1) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found the time span "${text}", expected days, weeks, months, quarters or years.`,
      hint: 'Write it like month or 3 months.',
    });
  }
  const unit = match[2];
  if (unit === 'quarter') return { unit: 'month', count: count * 3 };
  return { unit: unit as Interval['unit'], count };
}

/** The day that lies the interval after `date`; a day that its month does not have becomes the month's last. */
export function dayAfter(date: LocalDate, { unit, count }: Interval): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, 7 * count);
    case 'month':
      return monthsAfter(date, count);
    case 'year':
      return monthsAfter(date, 12 * count);
    default:
      return unreachable(unit, 'interval unit');
  }
}

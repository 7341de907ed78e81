import { addDays, type LocalDate, localDate, type Period } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { dayOfMonth, dayParts, monthIndex } from '../../oracle/time/calendar.ts';

const months: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Reads "16 April 2026" or "2026-04-16". "03/04/2026" is refused: it is two days, depending on who reads it. */
export function readDate(text: string): LocalDate {
  const trimmed = text.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(trimmed)) return localDate(trimmed);
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(trimmed) ?? [];
  const month = months.indexOf(name);
  if (month < 0) throw notADate(text);
  return localDate(`${year}-${twoDigits(month + 1)}-${day.padStart(2, '0')}`);
}

/** Reads "March 2026" as the whole month. */
export function readMonth(text: string): Period {
  const [, name = '', year = ''] = /^([A-Z][a-z]+) (\d{4})$/.exec(text.trim()) ?? [];
  const month = months.indexOf(name);
  if (month < 0) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found the month "${text}", expected its English name and the year.`,
      hint: 'Write it like March 2026.',
    });
  }
  const from = localDate(`${year}-${twoDigits(month + 1)}-01`);
  return { from, to: dayOfMonth(monthIndex(from) + 1, 1) };
}

/** "16 April 2026". */
export function showDate(date: LocalDate): string {
  const { year, month, day } = dayParts(date);
  return `${day} ${months[month - 1]} ${year}`;
}

/** "16 April 2026 to 30 April 2026", both days included, as people write it. */
export function showPeriod(period: Period): string {
  return `${showDate(period.from)} to ${showDate(addDays(period.to, -1))}`;
}

function notADate(text: string): HarnessFault {
  const ambiguous = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text.trim());
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: ambiguous
      ? `Found the date "${text}", which is two different days, depending on who reads it; expected one that is not.`
      : `Found the date "${text}", expected a day, the English name of a month and a year.`,
    hint: 'Write it like 16 April 2026 or 2026-04-16.',
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

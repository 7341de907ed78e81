import { HarnessFault } from './fault.ts';

/** A calendar day, "2026-04-16", without a zone. */
export type LocalDate = string & { readonly __localDate: unique symbol };
/** A moment, "2026-04-16T09:30:00.000Z": always UTC with milliseconds, so that text order is time order. */
export type Instant = string & { readonly __instant: unique symbol };
/** An IANA zone name such as "Europe/Berlin". */
export type TimeZoneId = string;

/** Half-open: `from` belongs to the period, `to` does not. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const dayMs = 86_400_000;

/** Days are reckoned by the million, and there are few of them: each is read and written once. */
const numbersOfDays = new Map<string, number>();
const daysByNumber = new Map<number, LocalDate>();

/** Reads "YYYY-MM-DD" between the years 1900 and 2999; refuses 30 February. */
export function localDate(text: string): LocalDate {
  const known = numbersOfDays.get(text);
  if (known !== undefined) return dayOf(known);
  const ms = /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found "${text}", expected a calendar day such as 2026-04-16.`,
      hint: 'Write year, month and day with hyphens; the day must exist.',
    });
  }
  return dayOf(ms / dayMs);
}

/** Reads any ISO 8601 instant that names its zone, and normalises it to UTC; refuses 30 February, which a computer takes for 2 March. */
export function instant(text: string): Instant {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found "${text}", expected an instant with its zone such as 2026-04-16T09:30:00Z.`,
      hint: 'Write date, T, time and Z or an offset.',
    });
  }
  localDate(text.slice(0, 10));
  return new Date(ms).toISOString() as Instant;
}

export function instantFromMs(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(numberOf(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return numberOf(to) - numberOf(from);
}

export function periodDays(period: Period): number {
  return daysBetween(period.from, period.to);
}

/** Counted from 1 January 1970. */
function numberOf(date: LocalDate): number {
  return numbersOfDays.get(date) ?? Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

function dayOf(number: number): LocalDate {
  const known = daysByNumber.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * dayMs).toISOString().slice(0, 10) as LocalDate;
  daysByNumber.set(number, day);
  numbersOfDays.set(day, number);
  return day;
}

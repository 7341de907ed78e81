import type { Calculation } from '../../model/billing/calculation.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { RecognitionGrain } from '../../model/billing/revenue.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import { addDays, type Instant, type LocalDate, localDate } from '../../model/date.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { fractionOf } from '../arithmetic/fraction.ts';
import { minorUnits } from '../arithmetic/rounding.ts';
import { dayParts, isLastOfMonth, monthIndex, monthsAfter } from '../time/calendar.ts';
import type { Trail } from '../trail.ts';

export type RecognitionQuestion = Extract<Calculation, { kind: 'recognition' }>;

export interface EarnedMonth {
  readonly month: LocalDate;
  readonly revenue: Decimal;
}

interface Month {
  readonly first: LocalDate;
  servedMs: number;
  isWhole: boolean;
}

const dayMs = 86_400_000;

/** What of the amount is earned in which month; the months of the service make up the whole amount. */
export function recognised(
  question: RecognitionQuestion,
  profile: Pick<PolicyProfile, 'roundingMode'>,
  trail: Trail,
): readonly EarnedMonth[] {
  const digits = minorUnitDigits(question.currency);
  const minor = minorUnits(fractionOf(question.amount), question.currency, profile.roundingMode);
  const months = monthsOf(question);
  const earned = withRemainder(minor, months, sharesOf(minor, months, question.by));
  for (const [index, { first, servedMs }] of months.entries())
    trail.note(
      `${first.slice(0, 7)}: ${servedMs / dayMs} days of service`,
      decimalFrom(earned[index] ?? 0n, digits),
    );
  return caughtUp(
    months.map(({ first }, index) => ({ first, minor: earned[index] ?? 0n })),
    question.bookedOn,
  ).map(({ first, minor: amount }) => ({ month: first, revenue: decimalFrom(amount, digits) }));
}

/** Walks from day to day and adds up what falls into each month. */
function monthsOf({ from, to, by }: RecognitionQuestion): readonly Month[] {
  const isByDay = by !== 'millisecond' && by !== 'month-prorated';
  const [start, end] = isByDay
    ? [Date.parse(dayOf(from)), Date.parse(dayOf(to))]
    : [Date.parse(from), Date.parse(to)];
  const months: Month[] = [];
  for (const day of daysOf(dayOf(from), end)) {
    const begun = Date.parse(day);
    const servedMs = Math.max(0, Math.min(end, begun + dayMs) - Math.max(start, begun));
    const month = monthWith(months, day);
    month.servedMs += servedMs;
    month.isWhole &&= servedMs === dayMs;
  }
  const last = months.at(-1);
  if (last !== undefined && !isLastOfMonth(instantDay(end - 1))) last.isWhole = false;
  return by === 'month' ? evenMonths(months, to) : months;
}

/** The month of the day, which is the last of them or a new one after it. */
function monthWith(months: Month[], day: LocalDate): Month {
  const last = months.at(-1);
  if (last !== undefined && monthIndex(last.first) === monthIndex(day)) return last;
  const month = { first: firstOf(day), servedMs: 0, isWhole: dayParts(day).day === 1 };
  months.push(month);
  return month;
}

/** From the first day on, which counts in any case, as long as a day begins before the end. */
function* daysOf(first: LocalDate, end: number): Generator<LocalDate> {
  yield first;
  for (let day = addDays(first, 1); Date.parse(day) < end; day = addDays(day, 1)) yield day;
}

/** Of a service that ends within a month, that month has no part in it, unless there is no other. */
function evenMonths(months: readonly Month[], to: Instant): readonly Month[] {
  const endMonth = firstOf(dayOf(to));
  const before = months.filter(({ first }) => first < endMonth);
  return (before.length > 0 ? before : months.slice(0, 1)).map(({ first, servedMs }) => ({
    first,
    servedMs,
    isWhole: true,
  }));
}

/** In whole minor units, what is below one left away. */
function sharesOf(minor: bigint, months: readonly Month[], by: RecognitionGrain): readonly bigint[] {
  const count = BigInt(months.length);
  if (by === 'month') return months.map(() => minor / count);
  const allMs = BigInt(months.reduce((sum, { servedMs }) => sum + servedMs, 0));
  const byTime = months.map(({ servedMs }) => (allMs === 0n ? 0n : (minor * BigInt(servedMs)) / allMs));
  if (by !== 'month-prorated') return byTime;
  const wholes = months.filter(({ isWhole }) => isWhole).length;
  let between = minor;
  for (const [index, share] of byTime.entries()) if (months[index]?.isWhole !== true) between -= share;
  return byTime.map((share, index) => (months[index]?.isWhole === true ? between / BigInt(wholes) : share));
}

/** What the cuts left over goes to the last whole month, or to the last one where none is whole. */
function withRemainder(
  minor: bigint,
  months: readonly Month[],
  shares: readonly bigint[],
): readonly bigint[] {
  const whole = months.findLastIndex(({ isWhole }) => isWhole);
  const taker = whole === -1 ? months.length - 1 : whole;
  let rest = minor;
  for (const share of shares) rest -= share;
  return shares.map((share, index) => (index === taker ? share + rest : share));
}

/** Months before the one of the invoice were closed when it was made: theirs is earned with the first that was not. */
function caughtUp(
  months: readonly { readonly first: LocalDate; readonly minor: bigint }[],
  bookedOn: LocalDate | null,
): readonly { readonly first: LocalDate; readonly minor: bigint }[] {
  if (bookedOn === null) return months;
  const booked = firstOf(bookedOn);
  const result = new Map<LocalDate, bigint>();
  for (const { first, minor } of months) {
    const month = first < booked ? booked : first;
    result.set(month, (result.get(month) ?? 0n) + minor);
  }
  return [...result].map(([first, minor]) => ({ first, minor }));
}

function dayOf(at: Instant): LocalDate {
  return localDate(at.slice(0, 10));
}

function instantDay(ms: number): LocalDate {
  return localDate(new Date(ms).toISOString().slice(0, 10));
}

function firstOf(day: LocalDate): LocalDate {
  return addDays(monthsAfter(day, 0), 1 - dayParts(day).day);
}

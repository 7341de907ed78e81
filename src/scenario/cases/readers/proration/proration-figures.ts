import type { DayCount } from '../../../../model/billing/policy-profile.ts';
import { addDays, instant, type LocalDate, localDate, type Period } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import {
  type Fraction,
  fraction,
  fractionOf,
  minus,
  negated,
  times,
} from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { monthIndex } from '../../../../oracle/time/calendar.ts';
import { type Figure, figureOn, figureOnAll, type ProrationQuestion } from '../../claim.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';

export interface Stretch {
  readonly whole: Period;
  readonly used: Period;
  readonly dayCount: DayCount;
  /** Of a share that is finer than days can say: so many times the amount is asked for, for a day of them. */
  readonly times?: Fraction;
}

export function prorationOf(
  currency: string,
  amount: Decimal,
  { times: factor, ...days }: Stretch,
): ProrationQuestion {
  const asked = factor === undefined ? amount : plainText(times(fractionOf(amount), factor));
  return { kind: 'proration', currency, amount: asked, ...days };
}

export function charged(question: ProrationQuestion): Figure {
  return figureOn(question, question.currency, ({ amount }) => amount);
}

/** A credit is written with a minus by some engines and without by others; its size is what is judged. */
export function credited(question: ProrationQuestion, expected: string): Figure {
  const isWrittenNegative = expected.startsWith('-');
  return figureOn(question, question.currency, ({ amount }) =>
    isWrittenNegative ? plainText(negated(fractionOf(amount))) : amount,
  );
}

/** What is to pay when one amount is charged and another one given back. */
export function netOf(charge: ProrationQuestion, credit: ProrationQuestion): Figure {
  return figureOnAll([charge, credit], charge.currency, ([first, second]) =>
    plainText(minus(fractionOf(first?.amount ?? '0'), fractionOf(second?.amount ?? '0'))),
  );
}

export function dayFigure(question: ProrationQuestion, key: string): Figure | null {
  if (dayKeys.includes(key)) return figureOn(question, null, ({ days }) => String(days));
  if (ofDayKeys.includes(key)) return figureOn(question, null, ({ ofDays }) => String(ofDays));
  return null;
}

const dayKeys = ['days', 'day', 'billedDays', 'usedDays', 'remainingDays', 'unusedDays'];
const ofDayKeys = ['ofDays', 'periodDays', 'totalDays', 'denominator', 'daysInPeriod'];

/** "29/30": 29 days out of a stretch of 30, wherever it lies; the share is the same. */
export function shareAsDays(text: string, path: string): Stretch {
  const match = /^(\d{1,12})\/(\d{1,12})$/.exec(text);
  const [days, ofDays] = [Number(match?.[1] ?? -1), Number(match?.[2] ?? 0)];
  if (match === null || ofDays === 0 || days > ofDays) {
    throw new NotUnderstood(`${path}: found "${text}", expected a share such as "29/30"`);
  }
  const from = localDate('2026-01-01');
  if (ofDays > 30_000) return fineShare(fraction(BigInt(days), BigInt(ofDays)), from);
  return {
    whole: { from, to: addDays(from, ofDays) },
    used: { from: addDays(from, ofDays - days), to: addDays(from, ofDays) },
    dayCount: 'actual',
  };
}

/** Twos and fives of the denominator go into the amount, which stays a decimal; what is left is a day of so many. */
function fineShare({ numerator, denominator }: Fraction, from: LocalDate): Stretch {
  let left = denominator;
  for (const prime of [2n, 5n]) while (left % prime === 0n) left /= prime;
  if (left > 300_000n) throw new Inexpressible(`a share as fine as ${numerator}/${denominator}`);
  return {
    whole: { from, to: addDays(from, Number(left)) },
    used: { from, to: addDays(from, 1) },
    dayCount: 'actual',
    times: fraction(numerator * left, denominator),
  };
}

/** Reads `{from, to}` or `{from, toInclusive}`. */
export function periodField(fields: Fields): Period {
  const from = fields.day('from');
  const to = fields.has('toInclusive') ? addDays(fields.day('toInclusive'), 1) : fields.day('to');
  if (to <= from) throw new NotUnderstood(`${fields.path}: found the end ${to}, expected one after ${from}`);
  return { from, to };
}

export function dayCountField(rules: Fields): DayCount {
  if (!rules.has('dayCount')) return 'actual';
  const stated = rules.text('dayCount').toLowerCase();
  if (thirtyDayMonths.includes(stated)) return 'fixed-30';
  if (stated === 'actual') return 'actual';
  throw new Inexpressible(`the day count "${stated}"`);
}

const thirtyDayMonths = ['fixed30', 'fixed-30', 'fixed 30', '30', '30/360', 'strict 30/360', '30e/360'];

/** Days of the calendar over a fixed number of them for each month: a share of a stretch that is as long. */
const twelfths: Readonly<Record<string, number>> = {
  'actual/30': 360,
  'actual/360': 360,
  'actual/365': 365,
  'actual/366': 366,
};

/** The days of `used` by the rule of counting that the case states. */
export function stretchUnder(rules: Fields, of: { readonly whole: Period; readonly used: Period }): Stretch {
  const stated = rules.peek('dayCount');
  const ofYear = typeof stated === 'string' ? twelfths[stated.toLowerCase()] : undefined;
  if (ofYear === undefined) return { ...of, dayCount: dayCountField(rules) };
  const ofDays = (ofYear * Math.max(1, monthIndex(of.whole.to) - monthIndex(of.whole.from))) / 12;
  if (!Number.isInteger(ofDays))
    throw new Inexpressible(`the day count "${String(stated)}" for a part of a year`);
  rules.raw('dayCount');
  const { from } = of.used;
  return { used: of.used, whole: { from, to: addDays(from, ofDays) }, dayCount: 'actual' };
}

const timeUnits = ['second', 'seconds', 'millisecond', 'milliseconds', 'minute', 'hour'];

export function countsTime(rules: Fields): boolean {
  const unit = rules.peek('prorationUnit');
  return typeof unit === 'string' && timeUnits.includes(unit);
}

/** The share of time from a moment until the end of a period, as one of days: both are the same share. */
export function timeShare(from: string, moment: string, to: string): Stretch {
  const [start, at, end] = [from, moment, to].map((text) => BigInt(momentMs(text)));
  if (start === undefined || at === undefined || end === undefined || start >= end || at < start || at > end)
    throw new NotUnderstood(`found ${moment}, expected a moment from ${from} until ${to}`);
  const { numerator, denominator } = fraction(end - at, end - start);
  return shareAsDays(`${numerator}/${denominator}`, 'the share of time');
}

function momentMs(text: string): number {
  return Date.parse(instant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text));
}

/** A quantity of units at a price each, exactly. */
export function product(quantity: Decimal, unit: Decimal): Decimal {
  return plainText(times(fractionOf(quantity), fractionOf(unit)));
}

/** The day after the change when the old plan still owns the day of the change. */
export function firstDayOfNew(changeDate: LocalDate, rules: Fields): LocalDate {
  const owner = rules.textOr('changeDayBelongsTo', 'new plan').toLowerCase().replaceAll('-', ' ');
  if (owner === 'new plan') return changeDate;
  if (owner === 'old plan') return addDays(changeDate, 1);
  throw new Inexpressible(`the day of change belonging to "${owner}"`);
}

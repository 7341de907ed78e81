import type { Calculation } from '../../model/billing/calculation.ts';
import type { DayCount } from '../../model/billing/policy-profile.ts';
import { daysBetween, type LocalDate, type Period, periodDays } from '../../model/date.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import { type Fraction, fraction, fractionOf, times } from '../arithmetic/fraction.ts';
import { dayParts, monthIndex } from '../time/calendar.ts';
import type { Trail } from '../trail.ts';

export interface DayShare {
  readonly days: number;
  readonly ofDays: number;
}

/** How many days of the whole period were used, by the rule of counting. */
export function dayShare(used: Period, whole: Period, dayCount: DayCount): DayShare {
  refuseOutside(used, whole);
  switch (dayCount) {
    case 'actual':
      return { days: periodDays(used), ofDays: periodDays(whole) };
    case 'fixed-30': {
      const ofDays = 30 * Math.max(1, monthIndex(whole.to) - monthIndex(whole.from));
      return { days: thirtiethsOf(used, whole, ofDays), ofDays };
    }
    default:
      return unreachable(dayCount, 'day count');
  }
}

export function shareOf(amount: Fraction, share: DayShare): Fraction {
  return times(amount, fraction(BigInt(share.days), BigInt(share.ofDays)));
}

type ProrationQuestion = Extract<Calculation, { kind: 'proration' }>;

/** The exact share, before rounding. */
export function proratedAmount(
  question: ProrationQuestion,
  trail: Trail,
): { readonly exact: Fraction; readonly share: DayShare } {
  const share = dayShare(question.used, question.whole, question.dayCount);
  const exact = shareOf(fractionOf(question.amount), share);
  trail.note(
    `${question.used.from} until before ${question.used.to} is ${share.days} of ${share.ofDays} days (${question.dayCount})`,
    `${share.days}/${share.ofDays}`,
  );
  trail.note(`${share.days} of ${share.ofDays} days of ${question.currency} ${question.amount}`, exact);
  return { exact, share };
}

/** The end of a period is its last thirtieth, also where a short month has no such day: what is left of it tiles it. */
function thirtiethsOf(used: Period, whole: Period, ofDays: number): number {
  const before = Math.max(0, daysOfThirty(whole.from, used.from));
  if (used.to === whole.to) return Math.max(0, ofDays - before);
  return Math.max(0, Math.min(ofDays, daysOfThirty(whole.from, used.to)) - before);
}

/** Every month counts 30 days: 23 May to 15 June is 30 - 23 + 15. Adjoining stretches add up. */
function daysOfThirty(from: LocalDate, to: LocalDate): number {
  const months = monthIndex(to) - monthIndex(from);
  return 30 * months + dayParts(to).day - dayParts(from).day;
}

function refuseOutside(used: Period, whole: Period): void {
  if (daysBetween(whole.from, whole.to) <= 0) {
    throw badPeriod(whole, 'a whole period of at least one day');
  }
  if (used.from < whole.from || used.to > whole.to || used.to < used.from) {
    throw badPeriod(used, `a part of ${whole.from} to ${whole.to}`);
  }
}

function badPeriod(found: Period, expected: string): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found the period ${found.from} to ${found.to}, expected ${expected}.`,
    hint: 'Periods are half-open: the first day belongs to them, the last one given does not.',
  });
}

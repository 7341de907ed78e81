import type { DayCount } from '../../../model/billing/policy-profile.ts';
import { daysBetween, type LocalDate, type Period } from '../../../model/date.ts';
import { unreachable } from '../../../model/fault.ts';

export interface ShareQuestion {
  readonly whole: Period;
  readonly used: Period;
  readonly dayCount: DayCount;
}

export interface Share {
  readonly days: number;
  readonly ofDays: number;
}

/** The days of `used` out of those of `whole`, both half-open. */
export function prorationShare(question: ShareQuestion): Share {
  const { used, whole } = question;
  const place = placer(question.dayCount, whole);
  return { days: place(used.to) - place(used.from), ofDays: place(whole.to) };
}

/** Where a day stands in the whole period, counted from its first day: stretches that adjoin add up by that alone. */
function placer(dayCount: DayCount, whole: Period): (day: LocalDate) => number {
  switch (dayCount) {
    case 'actual':
      return (day) => daysBetween(whole.from, day);
    case 'fixed-30': {
      const all = Math.max(30, monthsBetween(whole.from, whole.to) * 30);
      return (day) => (day === whole.to ? all : Math.min(all, Math.max(0, thirtieth(whole.from, day))));
    }
    default:
      return unreachable(dayCount, 'day count');
  }
}

/** Each month counts thirty days, so that a whole month is 30 of 30 in February as in March. */
function thirtieth(first: LocalDate, day: LocalDate): number {
  return monthsBetween(first, day) * 30 + Number(day.slice(8)) - Number(first.slice(8));
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [fromMonth, toMonth] = [from, to].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  );
  return (toMonth ?? 0) - (fromMonth ?? 0);
}

import type { DayCount } from '../../model/billing/policy-profile.ts';
import { daysBetween, type LocalDate, type Period } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';

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
  const count = dayCounter(question.dayCount);
  return {
    days: count(question.used.from, question.used.to),
    ofDays: count(question.whole.from, question.whole.to),
  };
}

function dayCounter(dayCount: DayCount): (from: LocalDate, to: LocalDate) => number {
  switch (dayCount) {
    case 'actual':
      return daysBetween;
    case 'fixed-30':
      return thirtyDayMonths;
    default:
      return unreachable(dayCount, 'day count');
  }
}

/** Each month counts thirty days, so that a whole month is 30 of 30 in February as in March. */
function thirtyDayMonths(from: LocalDate, to: LocalDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return months * 30 + Math.min(toDay, 30) - Math.min(fromDay, 30);
}

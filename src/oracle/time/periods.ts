import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, daysBetween, type LocalDate, localDate, type Period } from '../../model/date.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import { dayOfMonth, monthIndex, monthsAfter } from './calendar.ts';

export interface PeriodRule {
  readonly start: LocalDate;
  readonly interval: Interval;
  readonly billing: 'anniversary' | 'calendar';
}

/** A service period and the full one it is cut out of; both are the same unless a calendar period begins as a stub. */
export interface ServicePeriod extends Period {
  readonly full: Period;
}

/** A Monday: calendar weeks are counted from it. */
const firstMonday = localDate('1900-01-01');

/** The `index`-th service period from the start, counting from 0. */
export function servicePeriod(rule: PeriodRule, index: number): ServicePeriod {
  refuseEmpty(rule.interval);
  const grid = gridOf(rule);
  const full = { from: boundary(rule, grid, index), to: boundary(rule, grid, index + 1) };
  const from = index === 0 ? rule.start : full.from;
  return { from, to: full.to, full };
}

export function servicePeriods(rule: PeriodRule, count: number): readonly ServicePeriod[] {
  return Array.from({ length: count }, (_, index) => servicePeriod(rule, index));
}

/** The full period that holds the day, on the grid that the rule's start lays out in both directions. */
export function fullPeriodWith(date: LocalDate, rule: PeriodRule): Period {
  refuseEmpty(rule.interval);
  const grid = gridOf(rule);
  let index = 0;
  while (boundary(rule, grid, index) > date) index -= 1;
  while (boundary(rule, grid, index + 1) <= date) index += 1;
  return { from: boundary(rule, grid, index), to: boundary(rule, grid, index + 1) };
}

/** Where the first full period begins: the start itself, or the calendar boundary on or before it. */
function gridOf(rule: PeriodRule): LocalDate {
  if (rule.billing === 'anniversary') return rule.start;
  const { unit, count } = rule.interval;
  switch (unit) {
    case 'day':
      return rule.start;
    case 'week':
      return addDays(rule.start, -(daysBetween(firstMonday, rule.start) % 7));
    case 'month': {
      const month = monthIndex(rule.start);
      return dayOfMonth(month - (12 % count === 0 ? month % count : 0), 1);
    }
    case 'year':
      return dayOfMonth(monthIndex(rule.start) - (monthIndex(rule.start) % 12), 1);
    default:
      return unreachable(unit, 'interval unit');
  }
}

function boundary(rule: PeriodRule, grid: LocalDate, index: number): LocalDate {
  const steps = rule.interval.count * index;
  switch (rule.interval.unit) {
    case 'day':
      return addDays(grid, steps);
    case 'week':
      return addDays(grid, 7 * steps);
    case 'month':
      return monthsAfter(grid, steps);
    case 'year':
      return monthsAfter(grid, 12 * steps);
    default:
      return unreachable(rule.interval.unit, 'interval unit');
  }
}

function refuseEmpty(interval: Interval): void {
  if (Number.isInteger(interval.count) && interval.count >= 1) return;
  throw new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found an interval of ${interval.count} ${interval.unit}, expected a whole number from 1.`,
    hint: 'A quarter is 3 months.',
  });
}

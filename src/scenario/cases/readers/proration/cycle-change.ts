import type { Interval } from '../../../../model/billing/catalog.ts';
import { addDays, type LocalDate, type Period } from '../../../../model/date.ts';
import { fullPeriodWith, servicePeriods } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type PeriodsQuestion, type ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { intervalOf, intervalsIn } from '../fields/interval-field.ts';
import { anchorBefore, cycleDayOn } from '../time/cycle-day.ts';
import { charged, credited, dayCountField, netOf, prorationOf } from './proration-figures.ts';

interface Change {
  readonly on: LocalDate;
  readonly repair: ProrationQuestion;
  readonly charge: ProrationQuestion;
  /** The first full period of the new plan after the one that the change falls into. */
  readonly next: ProrationQuestion;
  /** The new plan's periods, from the cycle day on or before the change. */
  readonly grid: PeriodsQuestion;
  /** How many periods of the grid end before the change. */
  readonly skipped: number;
}

/** An immediate change between plans that are billed on one day of the month, each over periods of its own. */
export const cycleChangeReader: CaseReader = {
  name: 'change of plan on a bill cycle day',
  readsSteps: true,
  fits: (open) => begins(open, 'change plan immediately') && open.given.hasAll('old', 'new', 'subscription'),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'], changeDayBelongsTo: ['new plan'] });
    const change = readChange(open, rules);
    refuseOtherSteps(open, change);
    return claimsFor(open.expect, [{ name: null, value: change }], changeFigure);
  },
};

function changeFigure(change: Change, key: string, expected: string): Figure | null {
  const { charge, repair, next, grid, skipped } = change;
  switch (key) {
    case 'charge':
      return charged(charge);
    case 'repair':
    case 'credit':
      return credited(repair, expected);
    case 'net':
      return netOf(charge, repair);
    case 'next':
      return charged(next);
    case 'chargeTo':
    case 'nextFrom':
      return figureOn(grid, null, ({ periods }) => periods[skipped]?.to ?? null);
    case 'nextTo':
      return figureOn(grid, null, ({ periods }) => periods[skipped + 1]?.to ?? null);
    case 'chargeFrom':
      return figureOn(charge, null, ({ days }) => addDays(charge.used.to, -days));
    default:
      return null;
  }
}

function readChange(open: OpenCase, rules: Fields): Change {
  const { given } = open;
  const on = open.steps[0]?.at ?? null;
  if (on === null) throw new Inexpressible('a change without its day');
  const currency = given.text('currency');
  const dayCount = dayCountField(rules);
  const subscription = given.object('subscription');
  const bcd = subscription.count('bcd');
  const intervals = intervalsOf(open);
  const step = open.steps[0]?.more;
  const nextBcd = step?.has('newBcd') === true ? step.count('newBcd') : bcd;
  const start = anchorBefore(on, nextBcd, monthsIn(intervals.next));
  const oldWhole = subscription.has('paidFrom')
    ? { from: subscription.day('paidFrom'), to: subscription.day('paidTo') }
    : fullPeriodWith(on, {
        start: anchorBefore(on, bcd, monthsIn(intervals.old)),
        interval: intervals.old,
        billing: 'anniversary',
      });
  const rule = { start, interval: intervals.next, billing: 'anniversary' } as const;
  const running = cycleDayOn(on, nextBcd);
  const periods = servicePeriods(rule, 40).filter(({ from }) => from >= running);
  const skipped = 40 - periods.length;
  const [current, following] = periods;
  if (current === undefined || following === undefined) throw new Inexpressible('a plan without periods');
  const share = (amount: string, whole: Period, used: Period): ProrationQuestion =>
    prorationOf(currency, amount, { whole: bare(whole), used: bare(used), dayCount });
  return {
    on,
    repair: share(given.decimal('old'), oldWhole, { from: on, to: oldWhole.to }),
    charge: share(given.decimal('new'), current, { from: on, to: current.to }),
    next: share(given.decimal('new'), following, following),
    grid: { kind: 'periods', ...rule, count: skipped + 2 },
    skipped,
  };
}

/** Stated as fields, or else by the words of the title: "monthly to quarterly", "annual upgrade". */
function intervalsOf(open: OpenCase): { readonly old: Interval; readonly next: Interval } {
  const { given } = open;
  if (given.has('oldInterval')) {
    return { old: intervalOf(given.text('oldInterval')), next: intervalOf(given.text('newInterval')) };
  }
  const stated = [open.steps[0]?.more, given].find((fields) => fields?.has('newInterval'));
  if (stated !== undefined) {
    // What was paid for says how long the old plan's period is.
    const next = intervalOf(stated.text('newInterval'));
    const isPaid = given.object('subscription').has('paidFrom');
    const [named] = intervalsIn(open.case.title);
    if (!isPaid && named === undefined)
      throw new Inexpressible('a change from a plan whose interval the case does not state');
    return { old: named ?? next, next };
  }
  if (given.has('interval')) {
    const interval = intervalOf(given.text('interval'));
    return { old: interval, next: interval };
  }
  const [first, second] = intervalsIn(open.case.title);
  if (first === undefined)
    throw new Inexpressible('a change between plans whose intervals the case does not state');
  return { old: first, next: second ?? first };
}

function monthsIn({ unit, count }: Interval): number {
  if (unit === 'month') return count;
  if (unit === 'year') return 12 * count;
  throw new Inexpressible('a bill cycle day of a plan that is not billed by months');
}

/** A later step may bill; it must fall on the day on which the new plan's next period begins. */
function refuseOtherSteps(open: OpenCase, change: Change): void {
  for (const { verb, at } of open.steps.slice(1)) {
    const isNextBill = verb === 'bill' && at === change.charge.used.to;
    if (!isNextBill)
      throw new Inexpressible(`the step "${verb}" on ${at ?? 'no day'} after a change of plan`);
  }
}

function bare({ from, to }: Period): Period {
  return { from, to };
}

import type { Interval } from '../../../../model/billing/catalog.ts';
import type { LocalDate, Period } from '../../../../model/date.ts';
import { dayOfMonth, monthIndex } from '../../../../oracle/time/calendar.ts';
import { fullPeriodWith } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion } from '../../claim.ts';
import { claimsFor } from '../../expectations.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible } from '../../unreadable.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { credited, netOf, prorationOf } from '../proration/proration-figures.ts';
import { anchorBefore, cycleDayOn } from '../time/cycle-day.ts';

interface Pause {
  /** What was paid for the days from the pause on. */
  readonly repair: ProrationQuestion;
  /** What is charged from the day on which service goes on; null while it does not. */
  readonly charge: ProrationQuestion | null;
}

/** A plan paid in advance that is paused and goes on again, billed on a day of the month, as Kill Bill does. */
export const pauseReader: CaseReader = {
  name: 'pause of a plan',
  readsSteps: true,
  fits: (open) => begins(open, 'pause') && open.given.hasAll('plan', 'subscription'),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, [{ name: null, value: readPause(open) }], pauseFigure);
  },
};

function pauseFigure({ repair, charge }: Pause, key: string, expected: string): Figure | null {
  if (['repair', 'credit'].includes(key)) return credited(repair, expected);
  if (charge === null) return null;
  if (['charge', 'fee'].includes(key)) return figureOn(charge, charge.currency, ({ amount }) => amount);
  if (key === 'net') return netOf(charge, repair);
  return key === 'chargeTo' ? figureOn(charge, null, ({ days }) => (days > 0 ? charge.used.to : null)) : null;
}

function readPause(open: OpenCase): Pause {
  const { pausedOn, until } = daysOf(open);
  const { given } = open;
  const plan = given.object('plan');
  if (timingOf(plan, 'advance') !== 'advance') throw new Inexpressible('a pause of a plan in arrears');
  const { start, bcd } = cycleOf(open);
  const interval = intervalOf(plan.textOr('interval', 'month'));
  const months = monthsOf(interval);
  const share = (whole: Period, from: LocalDate) =>
    prorationOf(given.text('currency'), plan.decimal('amount'), {
      whole,
      used: { from, to: whole.to },
      dayCount: 'actual',
    });
  const rule = { start: anchorBefore(start, bcd), interval, billing: 'anniversary' } as const;
  const { from, to } = fullPeriodWith(pausedOn, rule);
  if (until !== null && months > 1 && !isFrom(open, 'killbill'))
    throw new Inexpressible('the policy of which period a plan is in that goes on after a pause');
  return {
    repair: share({ from, to }, pausedOn),
    charge: until === null ? null : share(periodFrom(until, bcd, months), until),
  };
}

function daysOf({ steps }: OpenCase): { readonly pausedOn: LocalDate; readonly until: LocalDate | null } {
  const [pause, resume, ...others] = steps;
  if (pause?.at == null || others.length > 0) throw new Inexpressible('other steps than a pause and its end');
  if (resume !== undefined && (!/^(resume|unpause|restart)/.test(resume.verb) || resume.at === null))
    throw new Inexpressible(`the step "${resume.verb}" in a pause`);
  return { pausedOn: pause.at, until: resume?.at ?? null };
}

function cycleOf({ given }: OpenCase): { readonly start: LocalDate; readonly bcd: number } {
  const subscription = given.object('subscription');
  const start = subscription.day('start');
  const bcd = subscription.has('bcd') ? subscription.count('bcd') : Number(start.slice(8));
  if (cycleDayOn(start, bcd) === start) return { start, bcd };
  throw new Inexpressible('a pause of a plan whose first period is a part');
}

function monthsOf({ unit, count }: Interval): number {
  if (unit === 'month') return count;
  if (unit === 'year') return 12 * count;
  throw new Inexpressible('a bill cycle day of a plan that is not billed by months');
}

/** A whole period of the plan that begins on the cycle day on or before the day. */
function periodFrom(day: LocalDate, bcd: number, months: number): Period {
  const from = cycleDayOn(day, bcd);
  return { from, to: dayOfMonth(monthIndex(from) + months, bcd) };
}

import { addDays, type LocalDate, type Period } from '../../../../model/date.ts';
import { fullPeriodWith, type PeriodRule, servicePeriod } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader, type OpenCase, type OpenStep } from '../../case-reader.ts';
import { type Figure, figureOn, type PeriodsQuestion, type ProrationQuestion } from '../../claim.ts';
import { namesLastDay } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, dayFigure, prorationOf } from '../proration/proration-figures.ts';
import { intervalOfPlan } from './immediate-change.ts';

interface ScheduledChange {
  readonly fee: ProrationQuestion;
  /** Periods of the old plan from its first on; the new plan begins when the last of them ends. */
  readonly running: PeriodsQuestion;
  /** The new plan's periods, counted from the same day; the last is the one that it begins within. */
  readonly whole: PeriodsQuestion;
  /** Lago and FlexPrice name the last day of a period, the others the day after it. */
  readonly namesLastDay: boolean;
}

/** A change that waits for the end of the running period, into a plan whose periods are counted from the same start. */
export const scheduledChangeReader: CaseReader = {
  name: 'change of plan at the end of a period',
  readsSteps: true,
  fits: (open) => open.given.hasAll('plans', 'subscription') && begins(open, 'change plan'),
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    return claimsFor(open.expect, [{ name: null, value: readChange(open) }], changeFigure);
  },
};

function changeFigure(change: ScheduledChange, key: string): Figure | null {
  switch (key) {
    case 'newFee':
    case 'fee':
    case 'charge':
      return charged(change.fee);
    case 'periodFrom':
      return figureOn(change.running, null, ({ periods }) => periods.at(-1)?.to ?? null);
    case 'periodTo':
      return figureOn(change.whole, null, ({ periods }) => {
        const period = periods.at(-1);
        if (period === undefined) return null;
        return change.namesLastDay ? addDays(period.to, -1) : period.to;
      });
    default:
      return dayFigure(change.fee, key);
  }
}

function readChange(open: OpenCase): ScheduledChange {
  const { given, steps } = open;
  const [change, ...later] = steps;
  const start = given.object('subscription').day('start');
  const { oldName, nextName, at } = readStep(open, change);
  const old = {
    start,
    interval: intervalOfPlan(given.object('plans').object(oldName), oldName, given),
    billing: 'anniversary',
  } as const;
  const running = fullPeriodWith(at, old);
  const next = { ...old, interval: intervalOfPlan(given.object('plans').object(nextName), nextName, given) };
  const whole = fullPeriodWith(running.to, next);
  refuseOtherSteps(later, running.to);
  const amount = given.object('plans').object(nextName).decimal('amount');
  const used: Period = { from: running.to, to: whole.to };
  return {
    fee: prorationOf(given.text('currency'), amount, { whole, used, dayCount: 'actual' }),
    running: { kind: 'periods', ...old, count: countUntil(running.to, old) },
    whole: { kind: 'periods', ...next, count: countUntil(whole.to, next) },
    namesLastDay: namesLastDay(open),
  };
}

/** Of a period that began on a short month's last day nobody could tell on which day the next one ends. */
function countUntil(end: LocalDate, rule: PeriodRule): number {
  let count = 1;
  while (servicePeriod(rule, count - 1).to < end) count += 1;
  return count;
}

interface Switch {
  readonly oldName: string;
  readonly nextName: string;
  readonly at: LocalDate;
}

function readStep(open: OpenCase, change: OpenStep | undefined): Switch {
  const { given } = open;
  if (change === undefined || change.at === null) throw new Inexpressible('a change without its day');
  if (change.more.textOr('effective', 'now') !== 'period_end') {
    throw new Inexpressible('a change of plan at once');
  }
  const isPrepaid = timingOf(given, 'advance') === 'advance';
  if (!isPrepaid || billingField(given.object('subscription')) !== 'anniversary') {
    throw new Inexpressible('a scheduled change of a plan that is not billed in advance from its start day');
  }
  const plans = given.object('plans');
  const nextName = change.more.text('plan');
  const [oldName, ...others] = plans.keys.filter((name) => name !== nextName);
  if (oldName === undefined || others.length > 0) {
    throw new Inexpressible('a change between more than two plans');
  }
  // The old amount decides nothing about the new fee; reading it says that it was not overlooked.
  plans.object(oldName).decimal('amount');
  return { oldName, nextName, at: change.at };
}

function refuseOtherSteps(steps: readonly OpenStep[], billOn: LocalDate): void {
  for (const { verb, at } of steps) {
    if (verb === 'bill' && at === billOn) continue;
    throw new Inexpressible(`the step "${verb}" on ${at ?? 'no day'} after a scheduled change`);
  }
}

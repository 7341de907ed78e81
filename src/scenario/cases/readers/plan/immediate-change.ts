import { addDays, type LocalDate, type Period } from '../../../../model/date.ts';
import { later } from '../../../../oracle/time/calendar.ts';
import { fullPeriodWith } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion, type RatingQuestion } from '../../claim.ts';
import { dayAfterEnd, namesLastDay } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import {
  charged,
  credited,
  dayFigure,
  firstDayOfNew,
  netOf,
  prorationOf,
} from '../proration/proration-figures.ts';
import { readUnusedCharge, usageOfPlan } from './plan-usage.ts';

interface PlanChange {
  /** What was paid for days of the old plan that are not served; null where it is paid afterwards, or was free. */
  readonly credit: ProrationQuestion | null;
  /** Days of the old plan that are paid afterwards. */
  readonly oldFee: ProrationQuestion | null;
  readonly fee: ProrationQuestion;
  readonly usage: RatingQuestion | null;
  readonly namesLastDay: boolean;
}

/** A change of plan on the day itself: the rest of the period changes its price. */
export const immediateChangeReader: CaseReader = {
  name: 'change of plan at once',
  readsSteps: true,
  fits: (open) => {
    const change = afterFirstBill(open);
    return (
      open.given.hasAll('plans', 'subscription') &&
      begins(change, 'change plan', 'upgrade', 'downgrade', 'switch') &&
      ['now', 'immediately', undefined].includes(effectiveOf(change))
    );
  },
  read(open) {
    const rules = rulesOf(open);
    roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    const change = afterFirstBill(open);
    const value = readChange(change, rules);
    if (change !== open) refuseOtherFirstBill(open, value);
    return claimsFor(open.expect, [{ name: null, value }], changeFigure);
  },
};

/** What comes after the bill of the period that is changed, where the case begins with it. */
function afterFirstBill(open: OpenCase): OpenCase {
  const [first, second] = open.steps;
  const isBilled = second !== undefined && first?.at !== null && begins(open, 'bill', 'invoice');
  return isBilled && !/^(bill|invoice)/.test(second.verb) ? { ...open, steps: open.steps.slice(1) } : open;
}

/** A bill before the change is that of the whole period ahead, part of which it gives back. */
function refuseOtherFirstBill({ steps, given }: OpenCase, { credit }: PlanChange): void {
  const isAhead = credit !== null && given.object('subscription').day('start') === steps[0]?.at;
  if (isAhead && credit.whole.from === steps[0]?.at) return;
  throw new Inexpressible('a bill before a change of plan that is not for the period of the change');
}

function effectiveOf({ steps }: OpenCase): string | undefined {
  const stated = steps[0]?.more.peek('effective');
  return stated === undefined ? undefined : String(stated);
}

/** A plan in the period with a day, as far as it is not free. */
export interface PlanInTime {
  readonly plan: Fields;
  readonly whole: Period;
  /** The first day that is not free. */
  readonly freeUntil: LocalDate;
  readonly share: (used: Period) => ProrationQuestion;
}

function readChange(open: OpenCase, rules: Fields): PlanChange {
  const { given } = open;
  const { on, old, next } = readPlans(open, rules);
  refuseLaterUsage(given, on);
  if (next.plan.has('charges')) for (const charge of next.plan.objects('charges')) readUnusedCharge(charge);
  const from = later(on, next.freeUntil);
  refuseEarlierBills(open, from);
  if (from >= next.whole.to) throw new Inexpressible('a trial that runs beyond the period of the change');
  const end = endOf(open);
  if (end !== null && (end <= from || end > next.whole.to))
    throw new Inexpressible('an end outside the period of the change');
  return {
    ...oldSide(old, on, given),
    fee: next.share({ from, to: end ?? next.whole.to }),
    usage: usageOfPlan(given, old.plan, given.text('currency')),
    namesLastDay: namesLastDay(open),
  };
}

/** The first day that is not billed; what was paid ahead and comes back is another question. */
function endOf(open: OpenCase): LocalDate | null {
  const [step, ...others] = open.steps.filter(({ verb }) => /^(terminate|cancel)/.test(verb));
  if (step === undefined) return null;
  if (others.length > 0 || step.at === null || waitsForPeriodEnd(step))
    throw new Inexpressible('a change of a plan that does not end once and at once');
  if (timingOf(open.given, 'advance') === 'advance')
    throw new Inexpressible('a change and then the end of a plan that is paid in advance');
  return dayAfterEnd(open, step.at);
}

function readPlans(
  open: OpenCase,
  rules: Fields,
): { readonly on: LocalDate; readonly old: PlanInTime; readonly next: PlanInTime } {
  const { given } = open;
  const [step, ...others] = open.steps;
  if (step === undefined || step.at === null) throw new Inexpressible('a change without its day');
  if (others.some(({ verb }) => !/^(bill|terminate|cancel)/.test(verb)))
    throw new Inexpressible(`the step "${others[0]?.verb}" after a change of plan`);
  if (step.more.has('effective')) step.more.text('effective');
  const on = firstDayOfNew(step.at, rules);
  const nextName = step.more.text(step.more.has('plan') ? 'plan' : 'to');
  const [oldName, ...rest] = given.object('plans').keys.filter((name) => name !== nextName);
  if (oldName === undefined || rest.length > 0)
    throw new Inexpressible('a change between more than two plans');
  if (given.object('subscription').textOr('plan', oldName) !== oldName)
    throw new Inexpressible('a change to the plan that the subscription has');
  return { on, old: planIn(given, oldName, on), next: planIn(given, nextName, on) };
}

/** The plan of that name, in its period with the day. */
export function planIn(given: Fields, name: string, on: LocalDate): PlanInTime {
  const plan = given.object('plans').object(name);
  const subscription = given.object('subscription');
  const start = subscription.day('start');
  const billing = billingField(subscription);
  const whole = fullPeriodWith(on, { start, interval: intervalOfPlan(plan, name, given), billing });
  // Read whether or not any day of it is paid.
  const amount = plan.decimal('amount');
  return {
    plan,
    whole,
    freeUntil: later(start, addDays(start, plan.has('trialDays') ? plan.count('trialDays') : 0)),
    share: (used) => prorationOf(given.text('currency'), amount, { whole, used, dayCount: 'actual' }),
  };
}

/** Of a plan that is paid in advance the days that are left go back; of another one those that were served are paid. */
function oldSide(old: PlanInTime, on: LocalDate, given: Fields): Pick<PlanChange, 'credit' | 'oldFee'> {
  const isPaidOn = old.freeUntil <= on;
  if (timingOf(given, 'advance') === 'advance')
    return { credit: isPaidOn ? old.share({ from: on, to: old.whole.to }) : null, oldFee: null };
  const served = { from: later(old.whole.from, old.freeUntil), to: on };
  return { credit: null, oldFee: served.from < served.to ? old.share(served) : null };
}

/** A bill that the case asks about must be late enough to hold the new plan's fee. */
function refuseEarlierBills({ steps, given }: OpenCase, due: LocalDate): void {
  const days = steps.slice(1).flatMap(({ at }) => (at === null ? [] : [at]));
  const isInAdvance = timingOf(given, 'advance') === 'advance';
  if (isInAdvance && days.length > 0 && !days.some((day) => day >= due))
    throw new Inexpressible(`a bill before ${due}, the day on which the new fee is due`);
}

/** Usage is billed by the plan of its day: here that is the old one. */
function refuseLaterUsage(given: Fields, on: LocalDate): void {
  const usage = given.peek('usage');
  if (!isObject(usage) || !Array.isArray(usage['events'])) return;
  const isLater = given
    .object('usage')
    .objects('events')
    .some((event) => event.day('at') >= on);
  if (isLater) throw new Inexpressible('usage of the new plan');
}

/** Stated with the plan, or for all of them, or by its name; a month where nothing is stated. */
export function intervalOfPlan(plan: Fields, name: string, given: Fields) {
  if (plan.has('interval')) return intervalOf(plan.text('interval'));
  if (given.has('interval')) return intervalOf(given.text('interval'));
  return intervalOf(/^(weekly|monthly|quarterly|yearly|annual|semiannual)$/i.test(name) ? name : 'month');
}

function changeFigure(change: PlanChange, key: string, expected: string): Figure | null {
  const { credit, fee, usage, oldFee, namesLastDay } = change;
  const dayAfter = (day: LocalDate): LocalDate => (namesLastDay ? addDays(day, -1) : day);
  switch (key) {
    case 'newFee':
    case 'fee':
    case 'charge':
      return charged(fee);
    case 'oldFee':
      return oldFee === null ? null : charged(oldFee);
    case 'credit':
    case 'creditNoteNet':
    case 'repair':
      return credit === null ? null : credited(credit, expected);
    case 'net':
      return credit === null ? null : netOf(fee, credit);
    case 'usageInvoice':
    case 'usageFee':
      return usage === null ? null : figureOn(usage, usage.currency, ({ amount }) => amount);
    case 'periodFrom':
      return figureOn(fee, null, ({ days }) => addDays(fee.used.to, -days));
    case 'periodTo':
      return figureOn(fee, null, ({ days }) => dayAfter(addDays(fee.used.from, days)));
    default:
      return dayFigure(fee, key);
  }
}

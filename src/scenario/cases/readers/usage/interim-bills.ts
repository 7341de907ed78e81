import type { LocalDate } from '../../../../model/date.ts';
import { compareDecimals } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, plus } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { type PeriodRule, servicePeriod } from '../../../../oracle/time/periods.ts';
import {
  acceptSteps,
  type CaseReader,
  type OpenCase,
  type OpenStep,
  waitsForPeriodEnd,
} from '../../case-reader.ts';
import { type Figure, figureOn, type InterimQuestion, type ProrationQuestion } from '../../claim.ts';
import { dayAfterEnd } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { decimalOf } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { priceOf } from '../fields/price-rules.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, firstDayOfNew, prorationOf } from '../proration/proration-figures.ts';
import { type BilledStretch, hasSeveralBills, thresholdsForLife } from './thresholds-for-life.ts';

/** Bills ahead of the end of a period, whenever its usage reaches a threshold, and the one at the end. */
export const interimBillsReader: CaseReader = {
  name: 'bills at thresholds',
  readsSteps: true,
  fits: (open) => open.given.hasAll('plan', 'price', 'threshold'),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    acceptSteps(open, ...words);
    if (hasSeveralBills(open)) return thresholdsForLife(open, stretchesOf);
    const fee = feeOf(open);
    return claimsFor(open.expect, [{ name: null, value: questionOf(open, fee) }], (question, key) => {
      if (key === 'fee') return charged(fee);
      return key === 'final' || key === 'total' ? finalFigure(question, fee) : interimFigure(question, key);
    });
  },
};

const words = [
  ...['create', 'start', 'subscribe', 'usage', 'bill', 'invoice'],
  ...['terminate', 'cancel', 'upgrade', 'downgrade', 'change plan', 'switch'],
];

function interimFigure(question: InterimQuestion, key: string): Figure | null {
  const { currency } = question;
  if (key === 'interims[]') return figureOn(question, null, ({ interims }) => interims.join(', '));
  // All that the last bill charges, before what the earlier ones did is taken off.
  if (key === 'fees')
    return figureOn(question, currency, ({ final, credits }) =>
      plainText(plus(fractionOf(final), fractionOf(credits))),
    );
  if (key === 'interim') return figureOn(question, currency, ({ interims }) => interims[0] ?? null);
  if (key !== 'credits' && key !== 'credit') return null;
  return figureOn(question, currency, ({ credits }) => credits);
}

/** What the last bill comes to; where the fee is not right, that is what is shown. */
function finalFigure(question: InterimQuestion, fee: ProrationQuestion): Figure {
  return {
    currency: question.currency,
    questions: [fee, question],
    actual: ([share, bills]) => {
      if (share?.kind !== 'proration' || bills?.kind !== 'interim-bills') return null;
      return compareDecimals(share.amount, question.fee) === 0 ? bills.final : `a fee of ${share.amount}`;
    },
  };
}

function questionOf(open: OpenCase, fee: ProrationQuestion): InterimQuestion {
  const { given } = open;
  const thresholds = Array.isArray(given.peek('threshold'))
    ? given.decimals('threshold')
    : [given.decimal('threshold')];
  const question: InterimQuestion = {
    kind: 'interim-bills',
    currency: given.text('currency'),
    price: priceOf(open),
    thresholds: withRecurring(open, thresholds),
    usage: usageOf(open),
    fee: rightAmount(fee),
  };
  refuseFarUsage(question, thresholds.length);
  return question;
}

/** Recurring thresholds go on without end; those that are listed must reach as far as the usage. */
function refuseFarUsage(question: InterimQuestion, single: number): void {
  if (question.thresholds.length === single) return;
  const used = answer({ ...question, thresholds: [], fee: '0' }, referenceProfile).answer;
  const last = question.thresholds.at(-1) ?? '0';
  if (used.kind !== 'interim-bills' || compareDecimals(used.final, last) > 0)
    throw new Inexpressible('more recurring thresholds than one question holds');
}

function usageStep({ at, more }: OpenStep) {
  if (at === null) throw new Inexpressible('usage without its day');
  return { at, value: decimalOf(more.raw('value'), `${more.path}.value`) };
}

/** The bills that follow each other, each with the usage of its period and the fee of it. */
function stretchesOf(open: OpenCase): readonly BilledStretch[] {
  const plan = open.given.object('plan');
  if (timingOf(plan, 'advance') !== 'arrears')
    throw new Inexpressible('several bills at thresholds of a plan that is paid in advance');
  const other = open.steps.find(({ verb }) => !/^(create|start|subscribe|usage|bill|invoice)/.test(verb));
  if (other !== undefined)
    throw new Inexpressible(`the step "${other.verb}" among several bills at thresholds`);
  const uses = open.steps.filter(({ verb }) => verb === 'usage').map(usageStep);
  const bills = open.steps.filter(({ verb }) => /^(bill|invoice)/.test(verb));
  const last = servicePeriod(ruleOf(open), bills.length - 1).to;
  if (uses.some(({ at }) => at >= last)) throw new Inexpressible('usage after the last bill');
  return bills.map(({ at }, index) => {
    const { from, to, full } = servicePeriod(ruleOf(open), index);
    if (at !== to || from !== full.from)
      throw new Inexpressible('bills at thresholds that are not one for each whole period');
    return {
      usage: uses.filter((use) => use.at >= from && use.at < to).map(({ value }) => value),
      fee: plan.decimal('amount'),
    };
  });
}

/** After the last threshold there may be one more whenever usage has grown by so much again. */
function withRecurring({ given, steps }: OpenCase, thresholds: readonly string[]): readonly string[] {
  const key = ['recurringThreshold', 'recurring'].find((name) => typeof given.peek(name) === 'string');
  if (key === undefined) return thresholds;
  const step = fractionOf(given.decimal(key));
  const count = steps.filter(({ verb }) => verb === 'usage').length;
  let reached = fractionOf(thresholds.at(-1) ?? '0');
  const more = Array.from({ length: Math.min(20 * count, 90) }, () => {
    reached = plus(reached, step);
    return plainText(reached);
  });
  return [...thresholds, ...more];
}

function usageOf(open: OpenCase): readonly string[] {
  const end = periodOf(open).to;
  return open.steps.flatMap(({ verb, at, more }) => {
    if (verb !== 'usage') return [];
    if (at === null || at >= end) throw new Inexpressible('usage of several periods with thresholds');
    return [decimalOf(more.raw('value'), `${more.path}.value`)];
  });
}

/** What the last bill of the period charges beside the usage: the fee, or the part of it until an end. */
function feeOf(open: OpenCase): ProrationQuestion {
  const plan = open.given.object('plan');
  const period = periodOf(open);
  const timing = timingOf(plan, 'advance');
  if (timing !== 'arrears' || period.from !== period.full.from)
    throw new Inexpressible('bills at thresholds beside a fee that is not for the whole period afterwards');
  const whole = { from: period.from, to: period.to };
  const until = endOf(open) ?? period.to;
  if (until > period.to) throw new Inexpressible('an end after the period with thresholds');
  const used = { from: period.from, to: until };
  return prorationOf(open.given.text('currency'), plan.decimal('amount'), {
    whole,
    used,
    dayCount: 'actual',
  });
}

function rightAmount(fee: ProrationQuestion): string {
  const right = answer(fee, referenceProfile).answer;
  return right.kind === 'proration' ? right.amount : '0';
}

/** The first day that is not billed; Lago bills the day of termination. */
function endOf(open: OpenCase): LocalDate | null {
  const [end, ...others] = open.steps.filter(({ verb }) => /^(terminate|cancel)/.test(verb) || changes(verb));
  const bills = open.steps.filter(({ verb }) => /^(bill|invoice)/.test(verb));
  if (end === undefined) return null;
  if (others.length + bills.length > 0 || end.at === null || waitsForPeriodEnd(end))
    throw new Inexpressible('bills at thresholds of a plan that does not end once and at once');
  if (!changes(end.verb)) return dayAfterEnd(open, end.at);
  readNewPlan(open, end);
  // The day of a change is the first of the new plan.
  return firstDayOfNew(end.at, rulesOf(open));
}

function changes(verb: string): boolean {
  return /^(upgrade|downgrade|change plan|switch)/.test(verb);
}

/** What the new plan costs is for its own bills; reading it says that it was not overlooked. */
function readNewPlan({ given }: OpenCase, { more }: OpenStep): void {
  const held = [more, given].find((fields) => fields.has('newPlan'));
  if (held === undefined) return;
  const plan = held.object('newPlan');
  plan.decimal('amount');
  intervalOf(plan.textOr('interval', 'month'));
  timingOf(plan, 'advance');
}

function periodOf(open: OpenCase) {
  return servicePeriod(ruleOf(open), 0);
}

function ruleOf({ given }: OpenCase): PeriodRule {
  const subscription = given.object('subscription');
  const interval = intervalOf(given.object('plan').textOr('interval', 'month'));
  return { start: subscription.day('start'), interval, billing: billingField(subscription) };
}

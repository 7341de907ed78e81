import type { PriceModel } from '../../../../model/billing/price.ts';
import type { LocalDate } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, minus, plus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { type PeriodRule, servicePeriods } from '../../../../oracle/time/periods.ts';
import { acceptSteps, begins, type CaseReader, type OpenCase, waitsForPeriodEnd } from '../../case-reader.ts';
import { type Figure, figureOn, type ProrationQuestion, type RatingQuestion } from '../../claim.ts';
import { dayAfterEnd } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { readPrice } from '../fields/price-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, dayFigure, prorationOf } from '../proration/proration-figures.ts';
import { usageOfPlan } from './plan-usage.ts';

interface CommittedPlan {
  readonly fee: ProrationQuestion;
  readonly usage: Decimal;
  /** Units at a price, where the usage is not stated as money. */
  readonly rated: RatingQuestion | null;
  /** All that the period is billed, held against the minimum. */
  readonly commitment: RatingQuestion;
  /** The fee of the period stands on the bill before, and that of the next one on this: only what is missing is asked. */
  readonly isPrepaid: boolean;
}

const keys = ['minimum', 'minimumCommitment', 'minimumSpend'];

/** What fee and usage of a plan must come to at least; a part of a period owes a part of it. */
export const planCommitmentReader: CaseReader = {
  name: 'minimum of a plan',
  readsSteps: true,
  stepsStandAlone: true,
  fits: (open) => {
    const plan = open.given.peek('plan');
    const commitment = open.given.peek('commitment');
    return (
      isObject(plan) &&
      keys.some((key) => [plan, commitment, plan['commitment']].some((held) => holds(held, key))) &&
      open.given.has('subscription') &&
      begins(open, 'bill', 'create', 'terminate')
    );
  },
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    acceptSteps(open, 'create', 'start', 'subscribe', 'bill', 'invoice', 'terminate', 'cancel');
    return claimsFor(open.expect, [{ name: null, value: readPlan(open) }], figureOf);
  },
};

function holds(value: unknown, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}

function figureOf(committed: CommittedPlan, key: string): Figure | null {
  const { fee, usage, rated, commitment, isPrepaid } = committed;
  const { currency } = commitment;
  if (isPrepaid && !['trueUp', 'commitmentFee', 'usageFee'].includes(key)) return null;
  switch (key) {
    case 'fee':
    case 'planFee':
    case 'subscriptionFee':
      return charged(fee);
    case 'usageFee':
    case 'charges':
      if (rated !== null) return figureOn(rated, currency, ({ amount }) => amount);
      return figureOn(commitment, currency, ({ amount, trueUp }) =>
        plainText(
          minus(
            minus(fractionOf(amount), fractionOf(trueUp)),
            minus(fractionOf(commitment.quantity), fractionOf(usage)),
          ),
        ),
      );
    case 'trueUp':
    case 'commitmentFee':
      return figureOn(commitment, currency, ({ trueUp }) => trueUp);
    case 'total':
    case 'fees':
      return figureOn(commitment, currency, ({ amount }) => amount);
    default:
      return dayFigure(fee, key);
  }
}

function readPlan(open: OpenCase): CommittedPlan {
  const { given } = open;
  const plan = given.object('plan');
  const currency = given.text('currency');
  const subscription = given.object('subscription');
  const rule: PeriodRule = {
    start: subscription.day('start'),
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  };
  const isPrepaid = timingOf(plan, 'arrears') === 'advance';
  const { billOn, isEnd } = billedOn(open);
  const period = servicePeriods(rule, 60).find(
    ({ to }) => billOn === null || (isEnd ? billOn < to : billOn === to),
  );
  if (period === undefined) throw new Inexpressible('a bill on a day on which no period ends');
  const used = { from: period.from, to: isEnd && billOn !== null ? lastDay(open, billOn) : period.to };
  const part = { whole: period.full, used, dayCount: 'actual' } as const;
  const fee = prorationOf(currency, plan.decimalOr('amount', '0'), part);
  const usage = usageOf(given, plan);
  const reckoned = answer(fee, referenceProfile).answer;
  const paid = reckoned.kind === 'proration' ? reckoned.amount : '0';
  const holder = [plan, given].find((fields) => fields.has('commitment'))?.object('commitment') ?? plan;
  const key = keys.find((name) => holder.has(name)) ?? 'minimum';
  const commitment: RatingQuestion = {
    kind: 'rating',
    currency,
    price: { kind: 'per-unit', unit: '1' },
    quantity: plainText(plus(fractionOf(paid), fractionOf(usage))),
    alreadyBilled: '0',
    runningTotals: [],
    minimum: holder.decimal(key),
    maximum: null,
    commitmentPeriod: part,
  };
  return { fee, usage, rated: ratedUsage(given, plan), commitment, isPrepaid };
}

/** The only bill, or the end that brings it. */
function billedOn({ steps }: OpenCase): { readonly billOn: LocalDate | null; readonly isEnd: boolean } {
  const ends = steps.filter(({ verb }) => /^(terminate|cancel)/.test(verb));
  const bills = steps.filter(({ verb }) => /^(bill|invoice)/.test(verb));
  const [end] = ends;
  if (end !== undefined && (ends.length + bills.length > 1 || waitsForPeriodEnd(end)))
    throw new Inexpressible('a minimum of a plan that does not end once and at once');
  if (bills.length > 1) throw new Inexpressible('one figure for several bills of a plan with a minimum');
  return { billOn: (end ?? bills[0] ?? steps[0])?.at ?? null, isEnd: end !== undefined };
}

/** Lago bills the day of termination. */
function lastDay(open: OpenCase, on: LocalDate): LocalDate {
  return dayAfterEnd(open, on);
}

/** What usage costs: one amount or several fees of money, or units at the price of the plan's charge. */
function usageOf(given: Fields, plan: Fields): Decimal {
  if (!given.has('usage')) {
    usageOfPlan(given, plan, 'EUR');
    return '0';
  }
  const rated = ratedUsage(given, plan);
  if (rated !== null) return rightAmount(rated);
  const usage = given.object('usage');
  if (usage.has('amount')) return usage.decimal('amount');
  if (usage.has('fees')) return plainText(total(usage.decimals('fees').map(fractionOf)));
  throw new Inexpressible('usage that is not stated as money beside the minimum of a plan');
}

function ratedUsage(given: Fields, plan: Fields): RatingQuestion | null {
  if (!given.has('usage')) return null;
  const currency = given.text('currency');
  return given.has('price')
    ? ratingOf(currency, readPrice(given.object('price')), given.object('usage').decimal('quantity'))
    : usageOfPlan(given, plan, currency);
}

/** What the minimum is held against. */
function rightAmount(question: RatingQuestion): Decimal {
  const reckoned = answer(question, referenceProfile).answer;
  return reckoned.kind === 'rating' ? reckoned.amount : '0';
}

function ratingOf(currency: string, price: PriceModel, quantity: Decimal): RatingQuestion {
  const none = { alreadyBilled: '0', runningTotals: [], minimum: null, maximum: null };
  return { kind: 'rating', currency, price, quantity, ...none };
}

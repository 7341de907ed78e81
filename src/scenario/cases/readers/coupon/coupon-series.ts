import type { Decimal } from '../../../../model/decimal.ts';
import { fractionOf, minus, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { type PeriodRule, servicePeriod } from '../../../../oracle/time/periods.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type Claim, type CouponSeriesQuestion, figureOn } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { countsMonths, couponLength, statesLength } from './coupon-length.ts';
import { monthlyCouponClaims, sharesMonth } from './coupon-of-month.ts';
import { taxedSeriesClaims } from './taxed-coupon-series.ts';

/** A coupon that lasts for some of the invoices that follow each other. */
export const couponSeriesReader: CaseReader = {
  name: 'coupon over several invoices',
  readsSteps: true,
  fits: ({ given, steps }) =>
    (statesLength(given.peek('coupon')) || (isObject(given.peek('coupon')) && given.has('invoices'))) &&
    (given.has('amount') || given.has('invoices') || isObject(given.peek('plan'))) &&
    steps.every(({ verb }) => /^(bill|invoice|renew)/.test(verb)),
  read(open) {
    const isTaxed = open.given.has('taxes');
    if (!isTaxed) acceptRules(rulesOf(open), { roundAt: ['line'] });
    if (sharesMonth(open.given)) return monthlyCouponClaims(open);
    const question = questionOf(open);
    if (isTaxed) return taxedSeriesClaims(open, question);
    return open.expect.keys.flatMap((key) => listClaims(open.expect, key, question));
  },
};

function questionOf(open: OpenCase): CouponSeriesQuestion {
  const { given } = open;
  const currency = given.text('currency');
  const coupon = given.object('coupon');
  const rest = restOf(open, coupon);
  const invoicesMax = couponLength(coupon);
  const value = coupon.has('percent')
    ? ({ kind: 'percent', percent: coupon.decimal('percent') } as const)
    : ({
        kind: 'amount',
        amount: coupon.decimal(coupon.has('fixed') ? 'fixed' : 'amount'),
        currency,
      } as const);
  const invoices = given.has('invoices') ? given.decimals('invoices') : repeatedFee(open);
  if (rest === 'kept' && value.kind === 'percent') throw new Inexpressible('the rest of a percentage');
  const kept = rest === 'kept' ? ({ rest } as const) : {};
  return { kind: 'coupon-series', currency, invoices, coupon: { value, invoicesMax, ...kept } };
}

function repeatedFee(open: OpenCase): readonly Decimal[] {
  const fee = feeOf(open.given);
  if (open.given.has('subscription')) refusePartPeriods(open, open.given.object('subscription'));
  return Array.from({ length: invoiceCount(open) }, () => fee);
}

/** Each bill must be that of a whole period, one after the other. */
function refusePartPeriods({ given, steps }: OpenCase, subscription: Fields): void {
  const plan = given.has('amount') ? given : given.object('plan');
  const rule: PeriodRule = {
    start: subscription.day('start'),
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  };
  const isAhead = timingOf(plan, 'advance') === 'advance';
  const isWhole = steps.every(({ at }, index) => {
    const { from, to, full } = servicePeriod(rule, index);
    return from === full.from && at === (isAhead ? from : to);
  });
  if (!isWhole) throw new Inexpressible('a coupon on bills that are not one for each whole period');
}

/** What an invoice is too small for. Lago keeps it of an amount that is given once, and uses it on until nothing is left. */
function restOf(open: OpenCase, coupon: Fields): 'lost' | 'kept' {
  const held = [rulesOf(open), coupon].flatMap((fields) =>
    restKeys.filter((key) => fields.has(key)).map((key) => ({ fields, key })),
  )[0];
  const isOnce = coupon.peek('frequency') === 'once' || coupon.peek('once') === true;
  const isLasting = isFrom(open, 'getlago') && coupon.has('fixed') && isOnce;
  if (held === undefined) return isLasting ? 'kept' : 'lost';
  const stated = String(held.fields.raw(held.key)).toLowerCase().replaceAll(/[_-]/g, ' ');
  if (['next invoice', 'kept', 'keep', 'carried over', 'carries over', 'true'].includes(stated))
    return 'kept';
  if (['lost', 'forfeited', 'none', 'false'].includes(stated)) return 'lost';
  throw new Inexpressible(`the policy setting ${held.key} "${stated}"`);
}

const restKeys = ['couponRest', 'couponRemainder', 'rest', 'remainder', 'carryOver', 'remaining'];

function feeOf(given: Fields): Decimal {
  const plan = given.has('amount') ? given : given.object('plan');
  if (plan.textOr('interval', 'month') !== 'month' && countsMonths(given.object('coupon')))
    throw new Inexpressible('a coupon that lasts for months on a plan that is not billed by the month');
  timingOf(plan, 'advance');
  return plan.decimal('amount');
}

/** A step for each invoice, or one that says how many: else as many as the case expects. */
function invoiceCount({ steps, expect }: OpenCase): number {
  if (steps.length > 1) return steps.length;
  const list = expect.keys.map((key) => expect.peek(key)).find((value) => Array.isArray(value));
  const listed = Array.isArray(list) ? list.length : 1;
  const stated = /\b\d+\b/.exec(steps[0]?.verb ?? '')?.[0];
  if (stated === undefined || Number(stated) === listed) return listed;
  throw new NotUnderstood(`expect: found ${listed} figures, expected ${stated}, as the step says`);
}

function listClaims(expect: Fields, key: string, question: CouponSeriesQuestion): readonly Claim[] {
  if (leftKeys.includes(key) && typeof expect.peek(key) === 'string')
    return [leftClaim(expect, key, question)];
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined || !Array.isArray(expect.peek(key))) return [];
  return expect.decimals(key).map((expected, index) => ({
    name: `expect.${key}[${index}]`,
    expected,
    ...figureOn(question, question.currency, ({ invoices }) => invoices[index]?.[pick] ?? null),
  }));
}

const leftKeys = ['remaining', 'couponRemaining', 'rest', 'left'];

/** What the invoices have left of an amount. */
function leftClaim(expect: Fields, key: string, question: CouponSeriesQuestion): Claim {
  const { value } = question.coupon;
  return {
    name: `expect.${key}`,
    expected: expect.decimal(key),
    ...figureOn(question, question.currency, ({ invoices }) => {
      if (value.kind === 'percent') return null;
      const taken = total(invoices.map(({ discount }) => fractionOf(discount)));
      return plainText(minus(fractionOf(value.amount), taken));
    }),
  };
}

const picks: Readonly<Record<string, 'total' | 'discount'>> = {
  totals: 'total',
  amounts: 'total',
  discounts: 'discount',
};

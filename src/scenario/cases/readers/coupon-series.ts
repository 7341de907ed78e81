import type { Decimal } from '../../../model/decimal.ts';
import type { CaseReader, OpenCase } from '../case-reader.ts';
import { type Claim, type CouponSeriesQuestion, figureOn } from '../claim.ts';
import { type Fields, isObject } from '../fields.ts';
import { acceptRules, rulesOf } from '../rules.ts';
import { Inexpressible, NotUnderstood } from '../unreadable.ts';
import { timingOf } from './timing-field.ts';

/** A coupon that lasts for some of the invoices that follow each other. */
export const couponSeriesReader: CaseReader = {
  name: 'coupon over several invoices',
  readsSteps: true,
  fits: ({ given, steps }) =>
    statesLength(given.peek('coupon')) &&
    (given.has('amount') || isObject(given.peek('plan'))) &&
    steps.every(({ verb }) => /^(bill|invoice|renew)/.test(verb)),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    const question = questionOf(open);
    return open.expect.keys.flatMap((key) => listClaims(open.expect, key, question));
  },
};

function statesLength(coupon: unknown): boolean {
  return isObject(coupon) && lengths.some((key) => Object.hasOwn(coupon, key));
}

const lengths = [
  'months',
  'invoices',
  'periods',
  'cycles',
  'billingCycles',
  'duration',
  'durationMonths',
  'durationInMonths',
  'frequency',
  'frequencyDuration',
  'recurringValue',
  'limit',
  'uses',
  'maxUses',
];

function questionOf(open: OpenCase): CouponSeriesQuestion {
  const { given } = open;
  const currency = given.text('currency');
  const coupon = given.object('coupon');
  const invoicesMax = countOf(coupon);
  const fee = feeOf(given);
  const value = coupon.has('percent')
    ? ({ kind: 'percent', percent: coupon.decimal('percent') } as const)
    : ({
        kind: 'amount',
        amount: coupon.decimal(coupon.has('fixed') ? 'fixed' : 'amount'),
        currency,
      } as const);
  const invoices = Array.from({ length: invoiceCount(open) }, () => fee);
  return { kind: 'coupon-series', currency, invoices, coupon: { value, invoicesMax } };
}

function feeOf(given: Fields): Decimal {
  const plan = given.has('amount') ? given : given.object('plan');
  if (plan.textOr('interval', 'month') !== 'month')
    throw new Inexpressible('a coupon of a plan by other intervals');
  timingOf(plan, 'advance');
  return plan.decimal('amount');
}

/** Null is for ever. */
function countOf(coupon: Fields): number | null {
  const key = lengths.find((name) => coupon.has(name));
  if (key === undefined) return 1;
  const stated = coupon.peek(key);
  if (stated === 'once') {
    coupon.raw(key);
    return 1;
  }
  if (stated === 'forever') {
    coupon.raw(key);
    return null;
  }
  return coupon.count(key);
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
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined || !Array.isArray(expect.peek(key))) return [];
  return expect.decimals(key).map((expected, index) => ({
    name: `expect.${key}[${index}]`,
    expected,
    ...figureOn(question, question.currency, ({ invoices }) => invoices[index]?.[pick] ?? null),
  }));
}

const picks: Readonly<Record<string, 'total' | 'discount'>> = {
  totals: 'total',
  amounts: 'total',
  discounts: 'discount',
};

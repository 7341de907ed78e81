import { addDays, type LocalDate } from '../../../../model/date.ts';
import { fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { later } from '../../../../oracle/time/calendar.ts';
import { type PeriodRule, servicePeriods } from '../../../../oracle/time/periods.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import {
  type Claim,
  type Figure,
  figureOn,
  figureOnAll,
  type ProrationQuestion,
  type RatingQuestion,
} from '../../claim.ts';
import { dayOf, type Fields } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { timingOf } from '../fields/timing-field.ts';
import { prorationOf } from '../proration/proration-figures.ts';
import { cycleOf } from './plan-fee.ts';
import { freeDaysOf, usageBetween } from './plan-usage.ts';

/** What one bill of a plan holds: the fees that became due since the bill before, and the usage of periods that ended. */
interface Bill {
  readonly fees: readonly ProrationQuestion[];
  readonly usages: readonly RatingQuestion[];
}

/** Several bills of one plan, one after the other, each with figures of its own. */
export const planBillsReader: CaseReader = {
  name: 'bills of a plan',
  readsSteps: true,
  fits: (open) =>
    (open.given.hasAll('plan', 'subscription') || open.given.hasAll('amount', 'interval', 'subscription')) &&
    !open.given.has('coupon') &&
    !['threshold', 'taxes', 'coupons', 'discounts', 'commitment'].some((key) => open.given.has(key)) &&
    open.steps.length > 1 &&
    open.steps.every(({ at, verb }) => at !== null && /^(bill|invoice|create|start|subscribe)/.test(verb)) &&
    open.expect.keys.some((key) => Array.isArray(open.expect.peek(key))),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'], prorationUnit: ['day'], denominator: ['actual period'] });
    const bills = billsOf(open);
    return open.expect.keys.flatMap((key) => listClaims(open, key, bills));
  },
};

function listClaims(open: OpenCase, key: string, bills: readonly Bill[]): readonly Claim[] {
  if (isDay(key) && Array.isArray(open.expect.peek(key))) return dayClaims(open, key, bills);
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined || !Array.isArray(open.expect.peek(key))) return [];
  const figures = open.expect.decimals(key);
  if (figures.length !== bills.length)
    throw new Inexpressible(`${figures.length} figures of ${bills.length} bills: expect.${key}`);
  const currency = open.given.text('currency');
  return figures.flatMap((expected, index) => {
    const bill = bills[index];
    if (bill === undefined) return [];
    return [{ name: `expect.${key}[${index}]`, expected, ...sumOf(pick(bill), currency) }];
  });
}

type DayKey = 'periodFrom' | 'periodTo';

function isDay(key: string): key is DayKey {
  return key === 'periodFrom' || key === 'periodTo';
}

/** Where the fee of each bill begins and ends. */
function dayClaims(open: OpenCase, key: DayKey, bills: readonly Bill[]): readonly Claim[] {
  const stated = open.expect.list(key).map((day, index) => dayOf(day, `expect.${key}[${index}]`));
  if (stated.length !== bills.length || bills.some(({ fees }) => fees.length !== 1))
    throw new Inexpressible(`one day for each of ${bills.length} bills: expect.${key}`);
  return bills.flatMap(({ fees: [fee] }, index) => {
    if (fee === undefined) return [];
    const figure = figureOn(fee, null, ({ days }) =>
      key === 'periodTo' ? addDays(fee.used.from, days) : addDays(fee.used.to, -days),
    );
    return [{ name: `expect.${key}[${index}]`, expected: stated[index] ?? '', ...figure }];
  });
}

const picks: Readonly<Record<string, (bill: Bill) => readonly (ProrationQuestion | RatingQuestion)[]>> = {
  fees: ({ fees }) => fees,
  planFees: ({ fees }) => fees,
  subscriptionFees: ({ fees }) => fees,
  usageFees: ({ usages }) => usages,
  usage: ({ usages }) => usages,
  totals: ({ fees, usages }) => [...fees, ...usages],
  invoices: ({ fees, usages }) => [...fees, ...usages],
  amounts: ({ fees, usages }) => [...fees, ...usages],
};

function sumOf(questions: readonly (ProrationQuestion | RatingQuestion)[], currency: string): Figure {
  return figureOnAll(questions, currency, (answers) =>
    plainText(total(answers.map(({ amount }) => fractionOf(amount)))),
  );
}

function billsOf(open: OpenCase): readonly Bill[] {
  const { given } = open;
  const plan = given.has('plan') ? given.object('plan') : given;
  const subscription = given.object('subscription');
  const start = subscription.day('start');
  const rule = cycleOf(subscription, {
    start,
    interval: intervalOf(plan.textOr('interval', 'month')),
    billing: billingField(subscription),
  });
  const timing = timingOf(plan, 'advance');
  const freeDays = freeDaysOf(plan);
  const due = feesDue(open, { plan, rule, first: start, timing, payableFrom: addDays(start, freeDays) });
  const uses = usageBetween(given, plan, servicePeriods(rule, 120));
  return windowsOf(open, start).map(({ after, until }) => {
    const isNow = ({ on }: { readonly on: LocalDate }) => on > after && on <= until;
    return {
      fees: due.filter(isNow).map(({ fee }) => fee),
      usages: uses.filter(isNow).map(({ usage }) => usage),
    };
  });
}

interface PaidPlan {
  readonly plan: Fields;
  readonly rule: PeriodRule;
  /** Of service; with a bill cycle day of its own, its period began before. */
  readonly first: LocalDate;
  readonly timing: 'advance' | 'arrears';
  readonly payableFrom: LocalDate;
}

/** Each period that is not free altogether, on the day on which its fee is due. */
function feesDue({ given }: OpenCase, { plan, rule, first, timing, payableFrom }: PaidPlan) {
  const amount = plan.decimal('amount');
  const currency = given.text('currency');
  return servicePeriods(rule, 120).flatMap(({ from, to, full }) => {
    if (to <= payableFrom) return [];
    const used = { from: later(later(from, first), payableFrom), to };
    const fee = prorationOf(currency, amount, { whole: full, used, dayCount: 'actual' });
    return [{ on: timing === 'advance' ? used.from : to, fee }];
  });
}

/** Each bill takes what came since the one before; what is due on the first day was billed when service began. */
function windowsOf({ steps }: OpenCase, start: LocalDate) {
  const days = steps.map(({ at }) => at ?? start);
  return days.map((until, index) => {
    const before = days[index - 1];
    if (before !== undefined && before >= until) throw new Inexpressible('bills that are not in their order');
    return { until, after: before ?? (until === start ? addDays(start, -1) : start) };
  });
}

import { addDays, type LocalDate, type Period } from '../../../../model/date.ts';
import { monthsAfter } from '../../../../oracle/time/calendar.ts';
import { fullPeriodWith } from '../../../../oracle/time/periods.ts';
import {
  begins,
  type CaseReader,
  type OpenCase,
  type OpenStep,
  waitsForPeriodEnd,
} from '../../case-reader.ts';
import { type Figure, figureOn, type MeteringQuestion } from '../../claim.ts';
import { dayAfterEnd } from '../../engine-habits.ts';
import { claimsFor } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible } from '../../unreadable.ts';
import { aggregationOf } from '../fields/aggregation-field.ts';
import { billingField } from '../fields/billing-field.ts';
import { eventList } from '../fields/usage-field.ts';
import { eventOf } from './metered-events.ts';
import { usageChargeOf } from './usage-charge-field.ts';

interface MeteredBill {
  readonly question: MeteringQuestion;
  /** The place of the bill's period. */
  readonly place: number;
}

/** Events with their moments, billed on one day or on several: each bill is for the period that ends on its day. */
export const meteredBillsReader: CaseReader = {
  name: 'bills of metered usage',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('price', 'usage') &&
    !['plan', 'threshold', 'taxes', 'coupons'].some((key) => open.given.has(key)) &&
    isObject(open.given.peek('usage')) &&
    hasMoments(open) &&
    begins(open, 'bill', 'invoice', 'cancel', 'terminate') &&
    open.steps.every(({ verb, at }) => at !== null && /^(bill|invoice|cancel|terminate)/.test(verb)),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'], upperBound: ['inclusive'] });
    return claimsFor(open.expect, billsOf(open), billFigure);
  },
};

function hasMoments({ given }: OpenCase): boolean {
  const usage = given.object('usage');
  const list = eventList(usage);
  const events = list === null ? [] : usage.peek(list);
  return Array.isArray(events) && events.length > 0 && events.every(isObject);
}

function billFigure({ question, place }: MeteredBill, key: string): Figure | null {
  if (['amount', 'total', 'fee', 'usageFee'].includes(key))
    return figureOn(question, question.currency, ({ periods }) => periods[place]?.amount ?? null);
  if (!['units', 'unit', 'quantity', 'quantitie'].includes(key)) return null;
  return figureOn(question, null, ({ periods }) => periods[place]?.quantity ?? null);
}

function billsOf(open: OpenCase) {
  const { given } = open;
  const timeZone = zoneOf(open);
  const charge = usageChargeOf(open);
  const usage = given.object('usage');
  const list = eventList(usage) ?? 'events';
  const idNames = aggregationOf(open) === 'unique' ? 'subject' : 'event';
  const events = usage
    .list(list)
    .map((_, index) =>
      eventOf(usage, { idNames, list, index, zone: timeZone, properties: charge.groupBy ?? [] }),
    );
  const periods = open.steps.flatMap((step) => (step.at === null ? [] : [periodOf(open, step, step.at)]));
  const question: MeteringQuestion = {
    kind: 'metering',
    currency: given.text('currency'),
    timeZone,
    charge,
    // Kill Bill prices no period in which nothing was used.
    ...(isFrom(open, 'killbill') ? { unusedPeriods: 'free' } : {}),
    periods,
    events,
  };
  if (charge.aggregation === 'weighted-sum') refuseGaps(periods, events[0]?.at.slice(0, 10) ?? '');
  return periods.map((_, place) => ({ name: null, value: { question, place } }));
}

/** A bill is for the period that ends on its day, an end for the part that was served; Lago bills the day of the end. */
function periodOf(open: OpenCase, step: OpenStep, at: LocalDate): Period {
  if (!/^(cancel|terminate)/.test(step.verb)) return periodUntil(open, at);
  if (waitsForPeriodEnd(step) || step !== open.steps.at(-1))
    throw new Inexpressible('usage of a subscription that does not end at once');
  const end = dayAfterEnd(open, at);
  return { from: ruleOf(open, addDays(end, -1)).from, to: end };
}

/** The period of the subscription that ends on the day, or the month before it. */
function periodUntil(open: OpenCase, end: LocalDate): Period {
  if (!open.given.has('subscription')) return { from: monthsAfter(end, -1), to: end };
  const period = ruleOf(open, addDays(end, -1));
  if (period.to !== end) throw new Inexpressible('a bill on a day on which no period ends');
  return period;
}

/** The whole period of the subscription with the day. */
function ruleOf({ given }: OpenCase, day: LocalDate): Period {
  if (!given.has('subscription')) throw new Inexpressible('an end without the first day of service');
  const subscription = given.object('subscription');
  const start = subscription.day('start');
  const billing = billingField(subscription);
  if (subscription.has('bcd') && subscription.count('bcd') !== Number(start.slice(8)))
    throw new Inexpressible('usage before the first bill day');
  const { from, to } = fullPeriodWith(day, { start, interval: { unit: 'month', count: 1 }, billing });
  return { from, to };
}

/** A level is carried on from one period to the next, so that none of them may be left out. */
function refuseGaps(periods: readonly Period[], first: string): void {
  const isWhole = periods.every(({ from }, index) => index === 0 || periods[index - 1]?.to === from);
  const start = periods[0]?.from ?? '';
  if (!isWhole || start > first)
    throw new Inexpressible('a level that is carried over a period without a bill');
}

function zoneOf({ given }: OpenCase): string {
  const held = isObject(given.peek('subscription')) ? given.object('subscription') : given;
  const key = ['timezone', 'zone'].find((name) => held.has(name));
  return key === undefined ? given.textOr('zone', 'UTC') : held.text(key);
}

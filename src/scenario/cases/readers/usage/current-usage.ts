import type { MeteredEvent } from '../../../../model/billing/calculation.ts';
import { addDays, instantFromMs, localDate, type Period } from '../../../../model/date.ts';
import { type Decimal, decimalParts, isDecimal } from '../../../../model/decimal.ts';
import { fractionOf } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import { monthsAfter } from '../../../../oracle/time/calendar.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn, type MeteringQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import { isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { aggregationOf, statesAggregation } from '../fields/aggregation-field.ts';
import { billingField } from '../fields/billing-field.ts';
import { eventList } from '../fields/usage-field.ts';
import { periodField } from '../proration/proration-figures.ts';
import { groupClaims } from './group-figures.ts';
import { eventOf } from './metered-events.ts';
import { usageChargeOf } from './usage-charge-field.ts';

/** What the events of a period come to and cost so far, perhaps after each of them. */
export const currentUsageReader: CaseReader = {
  name: 'current usage',
  fits: (open) =>
    open.given.hasAll('price', 'usage') &&
    (statesAggregation(open) || begins(open, 'current') || statesDuplicates(open)) &&
    (begins(open, 'current', 'rate', 'aggregate', 'compute', 'calculate') || billsStatedPeriod(open)) &&
    eventList(open.given.object('usage')) !== null,
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'], duplicates: ['ignored', 'silently ignored'] });
    return currentClaims(open);
  },
};

/** A bill without a day is for the period that the case states. */
function billsStatedPeriod(open: OpenCase): boolean {
  const isDayless = open.steps.length === 1 && open.steps[0]?.at === null;
  const isUntaxed = !['taxes', 'coupons', 'coupon', 'plan', 'threshold'].some((key) => open.given.has(key));
  return isDayless && isUntaxed && open.given.has('period') && begins(open, 'bill', 'invoice');
}

/** Whether the case is about events that come twice. */
function statesDuplicates({ given }: OpenCase): boolean {
  const rules = given.peek('rules');
  return isObject(rules) && Object.hasOwn(rules, 'duplicates');
}

function currentClaims(open: OpenCase): readonly Claim[] {
  const question = questionOf(open);
  const before = question.events.filter(({ id }) => id === levelId).length;
  const scenarios = isAfterEach(open)
    ? question.events
        .slice(before)
        .map((_, index) => situation({ ...question, events: question.events.slice(0, before + index + 1) }))
    : [situation(question)];
  const groups = isAfterEach(open) ? [] : groupClaims(open, question);
  const claims = claimsFor(open.expect, scenarios, (asked, key, expected) => {
    if (['units', 'unit', 'quantity', 'unitsUnrounded'].includes(key)) {
      return figureOn(asked, null, ({ periods }) => asFine(periods[0]?.quantity ?? null, expected));
    }
    if (!['amount', 'total', 'fee'].includes(key)) return null;
    return figureOn(asked, asked.currency, ({ periods }) => periods[0]?.amount ?? null);
  });
  return [...groups, ...claims];
}

function situation(value: MeteringQuestion): Scenario<MeteringQuestion> {
  return { name: null, value };
}

function questionOf(open: OpenCase): MeteringQuestion {
  const { given } = open;
  const charge = usageChargeOf(open);
  const events = eventsOf(open, charge.groupBy ?? []);
  const period = periodOf(open, events);
  return {
    kind: 'metering',
    currency: given.text('currency'),
    timeZone: 'UTC',
    charge,
    periods: [period],
    events: [...levelBefore(open, period), ...events],
  };
}

function eventsOf(open: OpenCase, properties: readonly string[]): readonly MeteredEvent[] {
  const usage = open.given.object('usage');
  const list = eventList(usage) ?? 'events';
  return usage.list(list).map((_, index) =>
    eventOf(usage, {
      idNames: aggregationOf(open) === 'unique' ? 'subject' : 'event',
      list,
      index,
      zone: 'UTC',
      properties,
      isCounted: ['count', 'unique'].includes(aggregationOf(open)),
    }),
  );
}

function isAfterEach(open: OpenCase): boolean {
  return open.steps.some(({ verb }) => verb.includes('after each'));
}

/** A quantity whose digits never end is compared in as many as the case gives. */
function asFine(quantity: Decimal | null, expected: string): Decimal | null {
  if (quantity === null || !isDecimal(expected)) return quantity;
  const { scale } = decimalParts(expected);
  return scale < 4 ? quantity : plainText(roundedTo(fractionOf(quantity), scale, 'half-up'));
}

const levelId = 'level before';

/** The period that is stated, or else the month of the events. */
function periodOf({ given }: OpenCase, events: readonly MeteredEvent[]): Period {
  if (given.has('subscription')) {
    const subscription = given.object('subscription');
    subscription.day('start');
    billingField(subscription);
  }
  if (given.has('period')) return periodField(given.object('period'));
  const months = new Set(events.map(({ at }) => at.slice(0, 7)));
  if (months.size > 1) throw new Inexpressible('events of several months in one figure');
  const from = localDate(`${[...months][0] ?? '2026-01'}-01`);
  return { from, to: monthsAfter(from, 1) };
}

/** A level that was reached before the period. */
function levelBefore({ given }: OpenCase, period: Period): readonly MeteredEvent[] {
  const usage = given.object('usage');
  const key = ['initial', 'initialValue', 'before', 'carriedOver', 'carried'].find((name) => usage.has(name));
  if (key === undefined) return [];
  const at = instantFromMs(Date.parse(addDays(period.from, -1)));
  return [{ id: levelId, quantity: usage.decimal(key), at }];
}

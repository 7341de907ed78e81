import type { MeteredEvent } from '../../../../model/billing/calculation.ts';
import type { UsageCharge } from '../../../../model/billing/usage-charge.ts';
import {
  addDays,
  type Instant,
  type LocalDate,
  type Period,
  type TimeZoneId,
} from '../../../../model/date.ts';
import { monthsAfter } from '../../../../oracle/time/calendar.ts';
import { acceptFurtherSteps, begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOnAll, type MeteringQuestion } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { isFrom } from '../../source-engine.ts';
import { Inexpressible } from '../../unreadable.ts';
import { aggregationOf } from '../fields/aggregation-field.ts';
import { billingField } from '../fields/billing-field.ts';
import { priceOf } from '../fields/price-rules.ts';
import { localMoment } from './metered-events.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

interface NamedPeriod {
  readonly name: string;
  readonly period: Period;
}

/** Which month each reading belongs to, for one meter or for several subscriptions side by side. */
export const usagePeriodsReader: CaseReader = {
  name: 'usage of each period',
  readsSteps: true,
  fits: (open) =>
    open.given.has('usage') &&
    begins(open, 'bill', 'invoice') &&
    open.expect.keys.some((key) => months.includes(key)) &&
    (open.steps.length > 1 ||
      open.steps[0]?.at === null ||
      open.expect.keys.length === 1 ||
      rulesOf(open).has('lateUsageWindow')),
  read(open) {
    acceptRules(rulesOf(open), { roundAt: ['line'] });
    acceptFurtherSteps(open, 'bill', 'invoice');
    const periods = periodsOf(open);
    return periods.flatMap((period, index) => claimsOfPeriod(open, period, index));
  },
};

function claimsOfPeriod(open: OpenCase, { name }: NamedPeriod, index: number): readonly Claim[] {
  const { expect } = open;
  if (!expect.has(name)) return [];
  if (!isObject(expect.peek(name))) {
    const usage = open.given.object('usage');
    const expected = expect.decimal(name);
    return [{ name: `expect.${name}`, expected, ...figureOf(open, eventsIn(usage), index) }];
  }
  const inner = expect.object(name);
  return inner.keys.map((subscription) => ({
    name: `expect.${name}.${subscription}`,
    expected: inner.decimal(subscription),
    ...figureOf(open, readingsOf(open, subscription), index),
  }));
}

type EventsOf = (zone: TimeZoneId) => readonly MeteredEvent[];

/** With a price the figure is money, without one it is units. Where the zone is only described, it must hold in each. */
function figureOf(open: OpenCase, events: EventsOf, index: number): Figure {
  const hasPrice = open.given.has('price');
  const currency = open.given.textOr('currency', 'EUR');
  const questions = zonesOf(open).map(
    (timeZone): MeteringQuestion => ({
      kind: 'metering',
      currency,
      timeZone,
      charge: chargeOf(open),
      // Kill Bill prices no period in which nothing was used.
      ...(isFrom(open, 'killbill') ? { unusedPeriods: 'free' } : {}),
      periods: periodsOf(open).map(({ period }) => period),
      events: events(timeZone),
    }),
  );
  return figureOnAll(questions, hasPrice ? currency : null, (answers) => {
    const found = new Set(
      answers.map(({ periods }) => (hasPrice ? periods[index]?.amount : periods[index]?.quantity)),
    );
    return [...found].join(' or ');
  });
}

function chargeOf(open: OpenCase): UsageCharge {
  const aggregation = aggregationOf(open);
  const price = open.given.has('price') ? priceOf(open) : ({ kind: 'per-unit', unit: '1' } as const);
  return { kind: 'usage', code: 'usage', meter: 'usage', price, aggregation };
}

/** The months that end on the bill days, or those that follow the subscription's first day. */
function periodsOf(open: OpenCase): readonly NamedPeriod[] {
  const late = lateMonths(open);
  if (late !== null) return late;
  const ends = open.steps.flatMap(({ at }) => (at === null ? [] : [at]));
  const starts = ends.length > 0 ? ends.map((end) => monthsAfter(end, -1)) : startsFrom(open);
  return starts.map((from) => ({
    name: months[Number(addDays(from, 0).slice(5, 7)) - 1] ?? '',
    period: { from, to: monthsAfter(from, 1) },
  }));
}

/**
 * One bill that also takes usage that came late: the expected months on or before it, as far as its look-back window reaches.
 * What is older is dropped, and nothing can be expected of it but zero.
 */
function lateMonths(open: OpenCase): readonly NamedPeriod[] | null {
  const rules = rulesOf(open);
  const bill = open.steps[0]?.at ?? null;
  if (!rules.has('lateUsageWindow') || open.steps.length > 1 || bill === null) return null;
  const stated = /^(\d+) (?:periods?|months?)$/.exec(rules.text('lateUsageWindow'))?.[1];
  if (stated === undefined || bill.slice(8) !== '01')
    throw new Inexpressible(`the rule lateUsageWindow "${rules.text('lateUsageWindow')}"`);
  const reach = Number(stated) + 1;
  return Array.from({ length: reach }, (_, back) => {
    const from = monthsAfter(bill, -1 - back);
    return { name: months[Number(from.slice(5, 7)) - 1] ?? '', period: { from, to: monthsAfter(from, 1) } };
  });
}

function startsFrom(open: OpenCase): readonly LocalDate[] {
  const subscription = open.given.object('subscription');
  if (subscription.has('billing')) billingField(subscription);
  const start = subscription.day('start');
  if (subscription.has('bcd') && subscription.count('bcd') !== Number(start.slice(8))) {
    throw new Inexpressible('usage before the first bill day');
  }
  return open.expect.keys.map((_, index) => monthsAfter(start, index));
}

function zonesOf(open: OpenCase): readonly TimeZoneId[] {
  const held = open.given.peek('subscription');
  const inner = isObject(held) ? open.given.object('subscription') : open.given;
  const zone = inner.has('timezone') ? inner.text('timezone') : open.given.textOr('zone', 'UTC');
  if (/^[A-Za-z_]+(\/[A-Za-z_]+)*$/.test(zone)) return [zone];
  if (/DST in March/.test(zone)) return ['Europe/Berlin', 'America/Los_Angeles'];
  throw new Inexpressible(`the zone "${zone}"`);
}

/** Moments on the wall of the zone, each with the same value. */
function eventsIn(usage: Fields): EventsOf {
  const isLocal = usage.has('localTime') && usage.raw('localTime') === true;
  const list = usage.list('events');
  if (list.some(isObject)) {
    const readings = usage.objects('events');
    return (zone) =>
      readings.map((reading, index) => ({
        id: `event-${index}`,
        quantity: reading.has('value') ? reading.decimal('value') : '1',
        at: momentOf(reading.text('at'), zone, isLocal),
      }));
  }
  const quantity = usage.has('valueEach') ? usage.decimal('valueEach') : '1';
  const times = list.map(String);
  return (zone) =>
    times.map((at, index) => ({ id: `event-${index}`, quantity, at: momentOf(at, zone, isLocal) }));
}

/** A day is that of the zone, and a moment without an offset only where the case says that it is one. */
function momentOf(text: string, zone: TimeZoneId, isLocal: boolean): Instant {
  const isBare = /T/.test(text) && !/(Z|[+-]\d\d:\d\d)$/.test(text);
  if (isBare && !isLocal && zone !== 'UTC')
    throw new Inexpressible('usage whose times are not those of the zone');
  return localMoment(text, zone);
}

function readingsOf(open: OpenCase, subscription: string): EventsOf {
  const readings = open.given.object('usage').objects(subscription);
  return (zone) =>
    readings.map((reading, index) => ({
      id: `reading-${index}`,
      quantity: reading.decimal('value'),
      at: localMoment(reading.text('at'), zone),
    }));
}

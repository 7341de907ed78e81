import type { MeteredEvent } from '../../model/billing/calculation.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { Aggregation, UsageCharge } from '../../model/billing/usage-charge.ts';
import type { Period, TimeZoneId } from '../../model/date.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  fraction,
  fractionOf,
  isNegative,
  minus,
  plus,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { priceOf } from '../rating/price.ts';
import { startOfDayInZone } from '../time/time-zone.ts';
import type { Trail } from '../trail.ts';
import { bucketOf } from './usage-bucket.ts';

/** What one price of a charge makes of the events of one period. */
export interface MeteredPart {
  readonly code: string;
  readonly quantity: Fraction;
  /** Exact, after what is included was taken off. */
  readonly amount: Fraction;
}

/** Events, where they were counted, and the period that those which change a level are weighed in. */
export interface MeteredTime {
  readonly events: readonly MeteredEvent[];
  readonly zone: TimeZoneId;
  readonly period: Period;
}

/** Each event goes to the one bucket that it belongs to; each bucket is counted and priced by itself. */
export function meteredParts(charge: UsageCharge, used: MeteredTime, trail: Trail): readonly MeteredPart[] {
  const sorted = used.events.map((event) => ({ event, bucket: bucketOf(charge, event, used.zone) }));
  return [null, ...(charge.buckets ?? [])].map((wanted) => {
    const own = sorted.filter(({ bucket }) => bucket === wanted).map(({ event }) => event);
    const { code, price } = wanted ?? charge;
    const priced = groups(charge, own).map((group) =>
      pricedGroup(charge, { code, price, group, used }, trail),
    );
    return {
      code,
      quantity: total(priced.map((one) => one.quantity)),
      amount: total(priced.map((one) => one.amount)),
    };
  });
}

function pricedGroup(
  charge: UsageCharge,
  of: {
    readonly code: string;
    readonly price: PriceModel;
    readonly group: readonly MeteredEvent[];
    readonly used: MeteredTime;
  },
  trail: Trail,
): Pick<MeteredPart, 'quantity' | 'amount'> {
  const aggregation = charge.aggregation ?? 'sum';
  const measured = aggregates[aggregation](of.group, of.used);
  const quantity = isNegative(measured) ? zero : measured;
  trail.note(`${aggregation} of ${of.group.length} readings for ${of.code}`, quantity);
  const beyond = minus(quantity, fractionOf(charge.included ?? '0'));
  const charged = isNegative(beyond) ? zero : beyond;
  if (charge.included !== undefined) trail.note(`beyond ${charge.included} included units`, charged);
  const runningTotals = aggregation === 'sum' ? reachedWithEach(of.group) : [];
  return { quantity, amount: priceOf(of.price, { quantity: charged, runningTotals }, trail).amount };
}

function groups(charge: UsageCharge, events: readonly MeteredEvent[]): readonly (readonly MeteredEvent[])[] {
  if (charge.groupBy === undefined || events.length === 0) return [events];
  const byValues = new Map<string, MeteredEvent[]>();
  for (const event of events) {
    const values = charge.groupBy.map((name) => `${name}=${event.properties?.[name] ?? ''}`).join('\n');
    byValues.set(values, [...(byValues.get(values) ?? []), event]);
  }
  return [...byValues.values()];
}

type Aggregate = (events: readonly MeteredEvent[], used: MeteredTime) => Fraction;

const aggregates: Readonly<Record<Aggregation, Aggregate>> = {
  sum: (events) => total(events.map(({ quantity }) => fractionOf(quantity))),
  count: (events) => whole(events.length),
  max: (events) =>
    events
      .map(({ quantity }) => fractionOf(quantity))
      .sort(compare)
      .at(-1) ?? zero,
  min: (events) =>
    events
      .map(({ quantity }) => fractionOf(quantity))
      .sort(compare)
      .at(0) ?? zero,
  average: (events) =>
    events.length === 0
      ? zero
      : dividedBy(total(events.map(({ quantity }) => fractionOf(quantity))), whole(events.length)),
  'weighted-sum': (events, used) => averageLevel(events, used),
  last: (events) => fractionOf(latest(events)?.quantity ?? '0'),
  unique: (events) => {
    const bySubject = Map.groupBy(events, ({ id, subject }) => subject ?? id);
    return whole([...bySubject.values()].filter(stays).length);
  },
};

/** A subject is counted when the last that was heard of it is that it came. */
function stays(events: readonly MeteredEvent[]): boolean {
  const end = latest(events)?.at;
  return events.every(({ at, operation }) => at !== end || operation !== 'remove');
}

/** The level at each moment, held until it changes, over the whole period: what came before it is there from the first. */
function averageLevel(events: readonly MeteredEvent[], { period, zone }: MeteredTime): Fraction {
  const [start, end] = [period.from, period.to].map((day) => Date.parse(startOfDayInZone(day, zone)));
  if (start === undefined || end === undefined) return zero;
  const changes = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let area = zero;
  let level = zero;
  let since = start;
  for (const { at, quantity } of changes) {
    const moment = Math.min(Math.max(Date.parse(at), start), end);
    area = plus(area, times(level, whole(moment - since)));
    level = plus(level, fractionOf(quantity));
    since = moment;
  }
  area = plus(area, times(level, whole(end - since)));
  return times(area, fraction(1n, BigInt(end - start)));
}

/** Of several at one instant, the one that was told last. */
function latest(events: readonly MeteredEvent[]): MeteredEvent | undefined {
  return events.reduce<MeteredEvent | undefined>(
    (found, event) => (found === undefined || event.at >= found.at ? event : found),
    undefined,
  );
}

function reachedWithEach(events: readonly MeteredEvent[]): readonly Fraction[] {
  const inOrder = [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const reached: Fraction[] = [];
  for (const { quantity } of inOrder) reached.push(plus(reached.at(-1) ?? zero, fractionOf(quantity)));
  return reached;
}

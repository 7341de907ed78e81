import type { MeteredEvent } from '../../../../model/billing/calculation.ts';
import { type Instant, instant, instantFromMs, localDate, type TimeZoneId } from '../../../../model/date.ts';
import { type Decimal, isDecimal } from '../../../../model/decimal.ts';
import { hourInZone, startOfDayInZone } from '../../../../oracle/time/time-zone.ts';
import { decimalOf, type Fields, textOf } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';

const hourMs = 3_600_000;

/** The moment of "2023-03-31T23:59" in the zone; a day without an hour is its midnight. */
export function localMoment(text: string, zone: TimeZoneId): Instant {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?$/.exec(text);
  if (match === null) return instant(text);
  const [, day = '', hour = '0', minute = '0'] = match;
  const guess = Date.parse(startOfDayInZone(localDate(day), zone)) + Number(hour) * hourMs;
  // On the day of a clock change, midnight plus hours is an hour beside what the clock shows.
  const shown = Number(hour) - hourInZone(instantFromMs(guess), zone);
  // Late on that day the hour that is shown may be one of the day after it or before it.
  const beside = ((shown + 36) % 24) - 12;
  return instantFromMs(guess + beside * hourMs + Number(minute) * 60_000);
}

/** Events without a time of their own happen in the order of the list, minute by minute. */
export function minuteOf(index: number): Instant {
  return instantFromMs(Date.parse('2026-01-10T00:00:00Z') + index * 60_000);
}

/** Reads one entry of `usage.events`: a plain value, or an object whose other fields are the properties asked for. */
export function eventOf(
  usage: Fields,
  at: {
    readonly idNames: 'subject' | 'event';
    readonly list: string;
    readonly index: number;
    readonly zone: TimeZoneId;
    readonly properties: readonly string[];
    /** Whether a bare word is the name of what is counted, and not a quantity. */
    readonly isCounted?: boolean;
  },
): MeteredEvent {
  const value = usage.list(at.list)[at.index];
  const place = `event-${at.index + 1}`;
  if (typeof value === 'string' && at.isCounted === true && !isDecimal(value))
    return { id: place, quantity: '1', subject: value, at: minuteOf(at.index) };
  if (typeof value === 'string') {
    const quantity = decimalOf(value, `${usage.path}.${at.list}[${at.index}]`);
    return { id: place, quantity, at: minuteOf(at.index) };
  }
  const fields = usage.objects(at.list)[at.index];
  if (fields === undefined) throw new Inexpressible('a list of events of this form');
  const properties = Object.fromEntries(
    at.properties.filter((name) => fields.has(name)).map((name) => [name, textOf(fields.raw(name), name)]),
  );
  const time = ['at', 'timestamp'].find((key) => fields.has(key));
  // What an id names depends on what is counted: things that come and go, or the events themselves.
  const stated = fields.has('id') ? fields.text('id') : null;
  const id = stated === null || at.idNames === 'subject' ? place : stated;
  return {
    id,
    quantity: quantityOf(fields),
    at: time === undefined ? minuteOf(at.index) : localMoment(fields.text(time), at.zone),
    ...(stated === null || at.idNames === 'event' ? {} : { subject: stated }),
    ...operationOf(fields),
    properties,
  };
}

function quantityOf(fields: Fields): Decimal {
  const key = ['value', 'quantity', 'units'].find((name) => fields.has(name));
  return key === undefined ? '1' : fields.decimal(key);
}

function operationOf(fields: Fields): Pick<MeteredEvent, 'operation'> {
  const key = ['operation', 'operation_type', 'operationType'].find((name) => fields.has(name));
  if (key === undefined) return {};
  const stated = fields.text(key);
  if (stated === 'add' || stated === 'remove') return { operation: stated };
  throw new NotUnderstood(`${fields.path}.${key}: found "${stated}", expected add or remove`);
}

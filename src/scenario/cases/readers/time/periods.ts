import type { Interval } from '../../../../model/billing/catalog.ts';
import { addDays, instant, type LocalDate, type Period } from '../../../../model/date.ts';
import { monthsAfter } from '../../../../oracle/time/calendar.ts';
import { dayInZone } from '../../../../oracle/time/time-zone.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type Figure, figureOn, type PeriodsQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import { dayOf, Fields, isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { billingField } from '../fields/billing-field.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { anchorBefore } from './cycle-day.ts';

/** Where service periods begin and end, from a first day or from several. */
export const periodsReader: CaseReader = {
  name: 'periods',
  stepsStandAlone: true,
  fits: (open) =>
    begins(
      open,
      'next',
      'period',
      'periods',
      'bill dates',
      'bill',
      'first',
      'service periods',
      'list',
      'show',
    ) &&
    startKey(open.given) !== null &&
    !['amount', 'price', 'plan', 'usage', 'lines'].some((key) => open.given.has(key)),
  read(open) {
    acceptRules(rulesOf(open), { anchor: ['kept'] });
    const rows = rowsOf(open);
    const [first] = rows;
    if (first === undefined) throw new NotUnderstood('given: found no first day, expected at least one');
    if (rows.length > 1) return claimsFor(open.expect, rows.map(asScenario), boundaryFigure);
    return [...dateClaims(open.expect, first), ...namedPeriods(open, first), ...orderedPeriods(open, first)];
  },
};

type Row = Omit<PeriodsQuestion, 'kind' | 'count'>;

/** Several first days, each with one figure: the end of its first period. */
function boundaryFigure(row: Row, key: string): Figure | null {
  const question: PeriodsQuestion = { kind: 'periods', ...row, count: 1 };
  if (!endKeys.includes(key)) return null;
  return figureOn(question, null, ({ periods }) => periods[0]?.to ?? null);
}

const endKeys = ['date', 'end', 'to', 'next', 'nextPeriod'];
const endLists = ['dates', 'ends', 'billDates', 'periodEnds'];
const startLists = ['starts', 'periodStarts'];

function asScenario(row: Row): Scenario<Row> {
  return { name: null, value: row };
}

/** One first day and a list of boundaries after it. */
function dateClaims(expect: Fields, row: Row): readonly Claim[] {
  return expect.keys.flatMap((key) => {
    const isStart = startLists.includes(key);
    if (!isStart && !endLists.includes(key) && !endKeys.includes(key)) return [];
    const dates = Array.isArray(expect.peek(key)) ? expect.list(key) : [expect.text(key)];
    const question: PeriodsQuestion = { kind: 'periods', ...row, count: dates.length };
    return dates.map((date, index) => ({
      name: `expect.${key}[${index}]`,
      expected: dayOf(date, `expect.${key}[${index}]`),
      ...figureOn(question, null, ({ periods }) => {
        const period = periods[index];
        return (isStart ? period?.from : period?.to) ?? null;
      }),
    }));
  });
}

/** Periods called by the month in which they begin, in the year that the step names; or in order when called otherwise. */
function namedPeriods(open: OpenCase, row: Row): readonly Claim[] {
  const year = /\b(\d{4})\b/.exec(open.steps[0]?.verb ?? '')?.[1] ?? null;
  return open.expect.keys.flatMap((name) => {
    const month = months.indexOf(name.toLowerCase());
    if (year === null || month < 0 || !isObject(open.expect.peek(name))) return [];
    const prefix = `${year}-${String(month + 1).padStart(2, '0')}`;
    const question: PeriodsQuestion = {
      kind: 'periods',
      ...row,
      count: countUntil(row.start, Number(year) + 1),
    };
    return boundaryClaims(open.expect.object(name), question, (period) => period.from.startsWith(prefix));
  });
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** Periods called by their place, or the first one whose bounds stand by themselves. */
function orderedPeriods(open: OpenCase, row: Row): readonly Claim[] {
  const { expect } = open;
  const alone = expect.has('from') ? firstPeriod(expect, row) : [];
  const named = expect.keys.flatMap((name) => {
    const place = ordinals.indexOf(name);
    if (place < 0 || !isObject(expect.peek(name))) return [];
    const question: PeriodsQuestion = { kind: 'periods', ...row, count: place + 1 };
    return boundaryClaims(expect.object(name), question, (_, index) => index === place);
  });
  return [...alone, ...named];
}

function firstPeriod(expect: Fields, row: Row): readonly Claim[] {
  const question: PeriodsQuestion = { kind: 'periods', ...row, count: 1 };
  return boundaryClaims(expect, question, () => true);
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

function boundaryClaims(
  fields: Fields,
  question: PeriodsQuestion,
  isMeant: (period: Period, index: number) => boolean,
): readonly Claim[] {
  const picks: Readonly<Record<string, (period: Period) => LocalDate>> = {
    from: ({ from }) => from,
    to: ({ to }) => to,
    toInclusive: ({ to }) => addDays(to, -1),
  };
  return fields.keys.flatMap((key) => {
    const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
    if (pick === undefined) return [];
    return [
      {
        name: `${fields.path}.${key}`,
        expected: fields.day(key),
        ...figureOn(question, null, ({ periods }) => {
          const period = periods.find(isMeant);
          return period === undefined ? 'no such period' : pick(period);
        }),
      },
    ];
  });
}

function rowsOf(open: OpenCase): readonly Row[] {
  const held = open.given;
  const given = isObject(held.peek('subscription')) ? held.object('subscription') : held;
  const key = startKey(given);
  if (key === null) return [];
  const billing = billingField(given);
  const raw = given.peek(key);
  const isPlaced = Array.isArray(raw) && raw.length > 0 && raw.every(isObject);
  if (isPlaced) return placedRows(given, key, billing);
  const starts = Array.isArray(raw) ? given.list(key) : [given.raw(key)];
  const intervals = intervalsOf(held, starts.length);
  return starts.map((start, index) => ({
    start: startDay(given, start, `given.${key}[${index}]`),
    interval: intervals[index] ?? { unit: 'month', count: 1 },
    billing,
  }));
}

/** First days with a zone, and perhaps an interval, of their own. */
function placedRows(given: Fields, key: string, billing: Row['billing']): readonly Row[] {
  const places = given.objects(key);
  const shared = intervalsOf(given, places.length);
  return places.map((place, index) => {
    const name = ['at', 'date', 'anchor', 'start', 'day'].find((one) => place.has(one));
    if (name === undefined) throw new Inexpressible(`a first day of this form (${place.path})`);
    const hasOwn = ['interval', 'months', 'years'].some((one) => place.has(one));
    return {
      start: startDay(place, place.raw(name), `${place.path}.${name}`),
      interval: (hasOwn ? intervalsOf(place, 1)[0] : shared[index]) ?? { unit: 'month', count: 1 },
      billing: place.has('billing') ? billingField(place) : billing,
    };
  });
}

/** One interval for all first days, or a count of months, years and the like for each of them. */
function intervalsOf(given: Fields, count: number): readonly Interval[] {
  const unit = ['months', 'years', 'quarters', 'weeks', 'days'].find((key) => given.has(key));
  const counted = unit ?? ['intervalCount', 'intervalCounts', 'units', 'count'].find((key) => given.has(key));
  if (counted === undefined) {
    if (given.has('intervals')) return oneEach(given.list('intervals').map(String), count).map(intervalOf);
    const interval = intervalOf(given.textOr('interval', 'month'));
    return Array.from({ length: count }, () => interval);
  }
  const word = unit ?? `${given.textOr('interval', 'month').replace(/s$/, '')}s`;
  const raw = given.peek(counted);
  const list = Array.isArray(raw) ? raw : Array.from({ length: count }, () => raw);
  given.raw(counted);
  return oneEach(list.map(countText), count).map((text) => intervalOf(`${text} ${word}`));
}

function countText(value: unknown): string {
  if (/^[1-9]\d?$/.test(String(value))) return String(value);
  throw new NotUnderstood(
    `given: found the count ${JSON.stringify(value)}, expected a whole number of intervals`,
  );
}

function oneEach(list: readonly string[], count: number): readonly string[] {
  if (list.length === count) return list;
  throw new NotUnderstood(`given: found ${list.length} intervals, expected ${count}, one for each first day`);
}

/** The day where the customer is; with a bill cycle day, the one on or before it. */
function startDay(given: Fields, start: unknown, path: string): LocalDate {
  const zone = ['timezone', 'zone'].find((key) => given.has(key));
  const day = zone === undefined ? dayOf(start, path) : dayThere(start, path, given.text(zone));
  if (!given.has('bcd')) return day;
  const bcd = given.count('bcd');
  const anchor = anchorBefore(day, bcd);
  if (day <= monthsAfter(anchor, 1)) return anchor;
  throw new NotUnderstood(`${path}: found no bill cycle day ${bcd} around ${day}`);
}

/** A moment without an offset is what the clock shows in the zone. */
function dayThere(start: unknown, path: string, zone: string): LocalDate {
  const isMoment = typeof start === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(start);
  return isMoment ? dayInZone(instant(start), zone) : dayOf(start, path);
}

function startKey(held: Fields): string | null {
  const inner = held.peek('subscription');
  const given = isObject(inner) ? new Fields(inner, 'given.subscription') : held;
  return ['anchors', 'anchor', 'starts', 'start', 'subscriptionDate'].find((key) => given.has(key)) ?? null;
}

/** Enough periods to reach the year, whatever their length; a billing system lists no more than this in one answer. */
function countUntil(start: LocalDate, year: number): number {
  const monthsAway = (year - Number(start.slice(0, 4))) * 12 + 12;
  return Math.min(Math.max(monthsAway, 1), 120);
}

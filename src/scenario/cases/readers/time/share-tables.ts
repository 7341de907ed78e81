import type { DayCount } from '../../../../model/billing/policy-profile.ts';
import { addDays, instant, type LocalDate, type Period } from '../../../../model/date.ts';
import { dayOfMonth, dayParts, isLastOfMonth, monthIndex } from '../../../../oracle/time/calendar.ts';
import { dayInZone } from '../../../../oracle/time/time-zone.ts';
import { begins, type CaseReader } from '../../case-reader.ts';
import { type Claim, figureOn } from '../../claim.ts';
import { dayOf, type Fields, textOf } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';
import { periodField, prorationOf, type Stretch } from '../proration/proration-figures.ts';

/** Ranges of days and the share of a month that each is, under several rules of counting. */
export const shareTableReader: CaseReader = {
  name: 'shares by rule of counting',
  fits: (open) =>
    begins(open, 'share', 'count', 'days') && (open.given.has('ranges') || open.given.has('from')),
  read(open) {
    const { given, expect } = open;
    // A share is the same in each currency.
    given.textOr('currency', '');
    const rules = given.has('rules')
      ? given.list('rules').map((rule, index) => textOf(rule, `given.rules[${index}]`))
      : [];
    // A day is a day in each zone, however many hours it has there.
    const hasZones = readZones(given);
    if (hasZones && hasInstants(given.peek('ranges') ?? [given.peek('toInclusive')]))
      throw new Inexpressible('ranges of instants in a time zone');
    const ranges = localRange(given) ?? readRanges(given);
    return [...shareClaims(expect, rules, ranges), ...dayClaims(expect, ranges)];
  },
};

/** Whether the case names zones; each must be a text. */
function readZones(given: Fields): boolean {
  const own = zoneKeys.filter((key) => given.has(key));
  for (const key of own) given.text(key);
  const zones = given.has('zones') ? given.list('zones') : [];
  for (const [index, zone] of zones.entries()) textOf(zone, `given.zones[${index}]`);
  return own.length > 0 || zones.length > 0;
}

const zoneKeys = ['zone', 'timezone', 'timeZone'];

/** From one moment to another, by the days of the zone; null where the case states days. */
function localRange(given: Fields): readonly Period[] | null {
  const zone = zoneKeys.find((key) => given.has(key));
  if (zone === undefined || !hasInstants([given.peek('from'), given.peek('to')])) return null;
  const dayAt = (key: string): LocalDate => {
    const text = given.text(key);
    return text.includes('T') ? dayInZone(instant(text), given.text(zone)) : given.day(key);
  };
  return [{ from: dayAt('from'), to: dayAt('to') }];
}

/** The day of an instant depends on the zone. */
function hasInstants(ranges: unknown): boolean {
  return Array.isArray(ranges) && ranges.flat().some((end) => typeof end === 'string' && end.includes('T'));
}

function shareClaims(expect: Fields, rules: readonly string[], ranges: readonly Period[]): readonly Claim[] {
  if (rules.length === 0 && expect.has('shares'))
    throw new Inexpressible('shares without a rule of counting');
  const rows = matching(expect, 'shares', ranges.length);
  return rows.flatMap((row, index) => {
    const range = ranges[index];
    if (!Array.isArray(row) || row.length !== rules.length || range === undefined) {
      throw new NotUnderstood(
        `expect.shares[${index}]: expected one share for each of ${rules.length} rules`,
      );
    }
    return rules.map((rule, column) => {
      const name = `expect.shares[${index}][${column}] (${rule})`;
      const expected = textOf(row[column], `expect.shares[${index}][${column}]`);
      // A month of 31 days is no part of 30, and half as much of 60.
      const times = rule === 'actual/30' && range.to > addDays(range.from, 30) ? 2 : 1;
      const question = prorationOf('EUR', '1', stretchUnder(rule, range, times));
      const share = figureOn(question, null, ({ days, ofDays }) => `${days}/${ofDays / times}`);
      return { name, expected, ...share };
    });
  });
}

function dayClaims(expect: Fields, ranges: readonly Period[]): readonly Claim[] {
  const key = ['actualDays', 'days', 'actualDay', 'day'].find((name) => expect.has(name));
  if (key === undefined) return [];
  return matching(expect, key, ranges.length).map((days, index) => {
    const range = ranges[index];
    if (range === undefined) throw new NotUnderstood(`expect.actualDays[${index}]: no such range`);
    const question = prorationOf('EUR', '1', { whole: range, used: range, dayCount: 'actual' });
    return {
      name: `expect.actualDays[${index}]`,
      expected: textOf(days, `expect.actualDays[${index}]`),
      ...figureOn(question, null, (answer) => String(answer.days)),
    };
  });
}

/** Actual days over 30 is a share of a stretch of 30 days; the strict rule is that of 30 days in every month. */
function stretchUnder(rule: string, used: Period, times: number): Stretch {
  switch (rule) {
    case 'actual':
      return { whole: monthOf(used), used, dayCount: 'actual' };
    case 'actual/30':
      if (used.to > addDays(used.from, 60))
        throw new Inexpressible('the day count "actual/30" for more than 60 days');
      return { whole: { from: used.from, to: addDays(used.from, 30 * times) }, used, dayCount: 'actual' };
    case 'strict 30/360':
      refuseLastDay(used.from);
      return { whole: monthOf(used), used, dayCount: 'fixed-30' satisfies DayCount };
    default:
      throw new Inexpressible(`the day count "${rule}"`);
  }
}

/** Engines with 30-day months disagree on a stretch that begins on the last day of a longer or shorter month. */
function refuseLastDay(from: LocalDate): void {
  if (!isLastOfMonth(from) || dayParts(from).day === 30) return;
  throw new Inexpressible(
    'the strict 30/360 rule for a stretch that begins on the last day of a month without 30 days',
  );
}

function monthOf(range: Period): Period {
  const month = monthIndex(range.from);
  const whole = { from: dayOfMonth(month, 1), to: dayOfMonth(month + 1, 1) };
  if (range.to <= whole.to) return whole;
  throw new Inexpressible('a share of a month for days of more than one month');
}

function readRanges(given: Fields): readonly Period[] {
  const inclusive = given.has('endInclusive') ? given.raw('endInclusive') : false;
  if (typeof inclusive !== 'boolean') throw new NotUnderstood('given.endInclusive: expected true or false');
  if (!given.has('ranges')) return [periodField(given)];
  return given.list('ranges').map((range, index) => {
    const path = `given.ranges[${index}]`;
    if (!Array.isArray(range) || range.length !== 2) throw new NotUnderstood(`${path}: expected [from, to]`);
    const [from, to]: readonly unknown[] = range;
    return { from: dayOf(from, path), to: addDays(dayOf(to, path), inclusive ? 1 : 0) };
  });
}

function matching(expect: Fields, key: string, count: number): readonly unknown[] {
  if (!expect.has(key)) return [];
  const list = Array.isArray(expect.peek(key)) ? expect.list(key) : [expect.raw(key)];
  if (list.length === count) return list;
  throw new NotUnderstood(
    `expect.${key}: found ${list.length} entries, expected ${count}, one for each range`,
  );
}

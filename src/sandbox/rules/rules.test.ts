import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../model/billing/catalog.ts';
import { addDays, daysBetween, type LocalDate, localDate, periodDays } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { fractionFromDecimal, fractionOf, plus, zero } from '../arithmetic/fraction.ts';
import { standardRules as rules } from './index.ts';

const start = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(localDate('2023-01-01'), days));
const interval = fc.constantFrom<Interval>(
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'year', count: 1 },
  { unit: 'week', count: 2 },
  { unit: 'day', count: 30 },
);
const billing = fc.constantFrom('anniversary' as const, 'calendar' as const);

function periodsFrom(
  anchor: LocalDate,
  how: { interval: Interval; billing: 'anniversary' | 'calendar' },
  count: number,
) {
  const periods = [];
  let from = anchor;
  for (let index = 0; index < count; index += 1) {
    const to = rules.nextPeriodEnd({ anchor, from, index, ...how });
    periods.push({ from, to });
    from = to;
  }
  return periods;
}

/** The day of the anchor, or the last day of a month that is too short for it. */
function keepsDay(date: LocalDate, day: number): boolean {
  const isLastOfMonth = addDays(date, 1).slice(8) === '01';
  return Number(date.slice(8)) === day || (isLastOfMonth && Number(date.slice(8)) < day);
}

describe('periods', () => {
  it('tile fifteen times over, never empty, and anniversaries keep their day', () => {
    fc.assert(
      fc.property(start, interval, billing, (anchor, each, how) => {
        const periods = periodsFrom(anchor, { interval: each, billing: how }, 15);
        expect(periods.every((period) => periodDays(period) > 0)).toBe(true);
        expect(periods.reduce((days, period) => days + periodDays(period), 0)).toBe(
          daysBetween(anchor, periods.at(-1)?.to ?? anchor),
        );
        const keeps = how === 'calendar' || each.unit !== 'month' ? [] : periods;
        expect(keeps.filter(({ to }) => !keepsDay(to, Number(anchor.slice(8))))).toEqual([]);
      }),
    );
  });

  it('come back to the 31st after each short month, and to 29 February in leap years only', () => {
    const monthly = { interval: { unit: 'month', count: 1 }, billing: 'anniversary' } as const;
    expect(periodsFrom(localDate('2023-12-31'), monthly, 5).map((period) => period.to)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
    ]);
    const yearly = { interval: { unit: 'year', count: 1 }, billing: 'anniversary' } as const;
    expect(periodsFrom(localDate('2024-02-29'), yearly, 4).map((period) => period.to)).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('align calendar quarters to January, April, July and October', () => {
    const quarterly = { interval: { unit: 'month', count: 3 }, billing: 'calendar' } as const;
    expect(periodsFrom(localDate('2024-05-20'), quarterly, 2).map((period) => period.to)).toEqual([
      '2024-07-01',
      '2024-10-01',
    ]);
  });
});

describe('shares', () => {
  it('of a cut period add up to the whole, in days and in exact money', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 366 }), fc.nat(), (from, length, cut) => {
        const whole = { from, to: addDays(from, length) };
        const middle = addDays(from, cut % (length + 1));
        const before = rules.prorationShare({ whole, used: { from, to: middle }, dayCount: 'actual' });
        const after = rules.prorationShare({
          whole,
          used: { from: middle, to: whole.to },
          dayCount: 'actual',
        });
        expect(before.days + after.days).toBe(length);
        const parts = [before, after].map((share) => fractionOf(BigInt(share.days), BigInt(share.ofDays)));
        expect(parts.reduce(plus, zero)).toEqual({ over: 1n, under: 1n });
      }),
    );
  });

  it('count each month as thirty days where the policy says so', () => {
    const share = (from: string, to: string, wholeTo: string) =>
      rules.prorationShare({
        whole: { from: localDate(from), to: localDate(wholeTo) },
        used: { from: localDate(from), to: localDate(to) },
        dayCount: 'fixed-30',
      });
    expect(share('2023-02-01', '2023-03-01', '2023-03-01')).toEqual({ days: 30, ofDays: 30 });
    expect(share('2023-05-23', '2023-06-15', '2023-06-23')).toEqual({ days: 22, ofDays: 30 });
  });
});

describe('amounts', () => {
  it('are rounded half away from zero to the digits of the currency', () => {
    const cases = [
      ['10.275', 'USD', 1028n],
      ['-10.125', 'USD', -1013n],
      ['1000.5', 'JPY', 1001n],
      ['-100.5', 'JPY', -101n],
      ['1.2345', 'KWD', 1235n],
    ] as const;
    for (const [amount, currency, minor] of cases) {
      expect(rules.roundToMinor(fractionFromDecimal(amount), currency)).toBe(minor);
    }
  });

  it('reach the gateway in minor units of the currency', () => {
    expect(rules.gatewayAmount(parseMoney('80', 'JPY'))).toBe(80n);
    expect(rules.gatewayAmount(parseMoney('1.5', 'KWD'))).toBe(1500n);
  });

  it('are posted with two equal sides, whatever their signs', () => {
    const amount = fc.bigInt({ min: -10_000n, max: 10_000n });
    fc.assert(
      fc.property(amount, amount, amount, (subtotal, discount, tax) => {
        const total = rules.invoiceTotal({ subtotal, discount, tax, majorUnit: 100n });
        const lines = rules.invoicePostings({ subtotal, discount, tax, total });
        const balance = lines.reduce(
          (sum, line) => sum + (line.side === 'debit' ? line.amountMinor : -line.amountMinor),
          0n,
        );
        expect(balance).toBe(0n);
        expect(lines.every((line) => line.amountMinor > 0n)).toBe(true);
      }),
    );
  });
});

describe('usage windows', () => {
  it('begin and end at the midnight of the zone, over a change of its clocks', () => {
    const march = { from: localDate('2026-03-01'), to: localDate('2026-04-01') };
    expect(rules.usageWindow(march, 'Europe/Berlin')).toEqual({
      from: '2026-02-28T23:00:00.000Z',
      to: '2026-03-31T22:00:00.000Z',
    });
    expect(rules.usageWindow(march, 'Asia/Kolkata').from).toBe('2026-02-28T18:30:00.000Z');
  });

  it('begin where the zone skips midnight, and tile over all zones and days', () => {
    const skipped = { from: localDate('2018-11-04'), to: localDate('2018-11-05') };
    expect(rules.usageWindow(skipped, 'America/Sao_Paulo').from).toBe('2018-11-04T03:00:00.000Z');
    const zone = fc.constantFrom(
      'UTC',
      'America/Los_Angeles',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Europe/Berlin',
    );
    fc.assert(
      fc.property(start, zone, (day, where) => {
        const today = rules.usageWindow({ from: day, to: addDays(day, 1) }, where);
        const tomorrow = rules.usageWindow({ from: addDays(day, 1), to: addDays(day, 2) }, where);
        expect(today.to).toBe(tomorrow.from);
        expect(today.from < today.to).toBe(true);
      }),
    );
  });
});

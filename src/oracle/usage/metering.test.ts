import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeteredEvent } from '../../model/billing/calculation.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { instant, instantFromMs, localDate } from '../../model/date.ts';
import { answer } from '../answer.ts';
import { referenceProfile } from '../reference-profile.ts';

const charge: UsageCharge = {
  kind: 'usage',
  code: 'units',
  meter: 'units',
  price: { kind: 'per-unit', unit: '1.00' },
};
const january = { from: localDate('2026-01-01'), to: localDate('2026-02-01') };

function billed(rest: Partial<UsageCharge>, events: readonly MeteredEvent[], timeZone = 'UTC') {
  const calculation = {
    kind: 'metering',
    currency: 'EUR',
    timeZone,
    charge: { ...charge, ...rest },
    periods: [january],
    events,
  } as const;
  const found = answer(calculation, referenceProfile).answer;
  return found.kind === 'metering' ? found.periods[0] : undefined;
}

function use(quantity: string, rest: Partial<MeteredEvent> = {}): MeteredEvent {
  return { id: `${Math.random()}`, quantity, at: instant('2026-01-10T12:00:00Z'), ...rest };
}

const someUse = fc
  .record({
    minute: fc.integer({ min: 0, max: 40_000 }),
    units: fc.integer({ min: 0, max: 50 }),
    subject: fc.constantFrom('u1', 'u2', 'u3'),
    region: fc.constantFrom('eu', 'us', 'apac'),
  })
  .map(({ minute, units, subject, region }) => ({
    quantity: String(units),
    at: instantFromMs(Date.parse('2026-01-01T00:00:00Z') + minute * 60_000),
    subject,
    properties: { region },
  }));
const someUsage = fc
  .uniqueArray(someUse, { maxLength: 12, selector: ({ at }) => at })
  .map((events) => events.map((event, index): MeteredEvent => ({ id: `e${index}`, ...event })));

describe('what a meter counts', () => {
  test.for([
    ['sum', '28'],
    ['count', '3'],
    ['max', '20'],
    ['last', '3'],
  ] as const)('as %s of 5, 20 and 3 is %s', ([aggregation, quantity]) => {
    const events = ['5', '20', '3'].map((text, day) =>
      use(text, { at: instant(`2026-01-0${day + 1}T00:00:00Z`) }),
    );
    expect(billed({ aggregation }, events)).toEqual({ quantity, amount: `${quantity}.00` });
  });

  test('does not depend on the order in which it is told', () => {
    const aggregations = fc.constantFrom('sum', 'count', 'max', 'last', 'unique');
    fc.assert(
      fc.property(someUsage, aggregations, (events, aggregation) => {
        expect(billed({ aggregation }, events.toReversed())).toEqual(billed({ aggregation }, events));
      }),
    );
  });

  test('is in one bucket: together they hold what the charge holds without them', () => {
    const price = charge.price;
    const buckets = [
      { code: 'eu', where: { region: ['eu'] }, price },
      { code: 'eu-us', where: { region: ['eu', 'us'] }, price },
    ];
    fc.assert(
      fc.property(someUsage, (events) => {
        expect(billed({ buckets }, events)).toEqual(billed({}, events));
      }),
    );
  });

  test('as unique subjects, of one instant: who goes is gone', () => {
    const comes = use('1', { subject: 'u1' });
    const goes = use('1', { subject: 'u1', operation: 'remove' });
    expect(billed({ aggregation: 'unique' }, [comes, goes])?.quantity).toBe('0');
    expect(billed({ aggregation: 'unique' }, [goes, comes])?.quantity).toBe('0');
  });

  test('is never below zero, and costs nothing up to what is included', () => {
    expect(billed({}, [use('20'), use('-25')])).toEqual({ quantity: '0', amount: '0.00' });
    expect(billed({ included: '12.5' }, [use('20')])).toEqual({ quantity: '20', amount: '7.50' });
  });

  test("by the hour of the customer's clock", () => {
    const day = {
      code: 'day',
      where: {},
      hours: { from: 9, to: 18 },
      price: { kind: 'per-unit', unit: '3' },
    } as const;
    // Noon in London is 4 in the morning in Los Angeles.
    expect(billed({ buckets: [day] }, [use('1')])?.amount).toBe('3.00');
    expect(billed({ buckets: [day] }, [use('1')], 'America/Los_Angeles')?.amount).toBe('1.00');
  });
});

import fc from 'fast-check';
import { describe } from 'vitest';
import type { MeteredEvent } from '../../model/billing/calculation.ts';
import { instantFromMs } from '../../model/date.ts';
import { metered } from '../../scenario/drawn/customer-history.ts';
import { decimals, prices } from './generated-questions.ts';
import { propertyCheck } from './property-check.ts';
import { metering } from './questions.ts';

const unit = { kind: 'per-unit', unit: '1.00' } as const;
const start = Date.parse('2026-01-01T00:00:00Z');

/** Few moments, subjects and values, so that equal ones, missing ones and ones that run together are common. */
const drawnEvents = fc.array(
  fc.record({
    ms: fc.constantFrom(0, 1, 999, 1_000, 86_399_999, 86_400_000, 1_000_000_000, 2_678_399_999),
    quantity: fc.constantFrom(
      '0',
      '0.5',
      '1',
      '2',
      '9',
      '10',
      '100.25',
      '16777217',
      '2147483648',
      '4294967297',
    ),
    subject: fc.constantFrom('a', 'A', 'b', 'ab'),
    operation: fc.constantFrom('add', 'add', 'remove'),
    site: fc.constantFrom(undefined, ['a'], ['ab'], ['A'], ['a', 'b']),
    zone: fc.constantFrom(undefined, ['c'], ['bc'], ['b', 'c']),
  }),
  { maxLength: 12 },
);

/** What somebody may have put between the values of a group, so that values with it inside run together. */
const joints = fc.constantFrom(',', '-', '_', ':', '|', '/', '.', ' ', ';', '#');

const events: fc.Arbitrary<readonly MeteredEvent[]> = fc.tuple(drawnEvents, joints).map(([drawn, joint]) =>
  drawn.map(({ ms, quantity, subject, operation, site, zone }, index) => ({
    id: `event-${index}`,
    at: instantFromMs(start + ms),
    quantity,
    subject,
    operation: operation === 'remove' ? 'remove' : 'add',
    properties: {
      ...(site === undefined ? {} : { site: site.join(joint) }),
      ...(zone === undefined ? {} : { zone: zone.join(joint) }),
    },
  })),
);

/** Which of two readings of one moment is the last is a matter of how they came. */
const atDifferentTimes = events.map((told) => [...new Map(told.map((event) => [event.at, event])).values()]);

describe('Generated usage', () => {
  for (const aggregation of ['sum', 'count', 'max', 'last', 'unique'] as const) {
    propertyCheck(
      `Any events, in groups and without, by ${aggregation}`,
      'usage',
      fc
        .tuple(
          aggregation === 'last' ? atDifferentTimes : events,
          fc.constantFrom(undefined, ['site'], ['site', 'zone']),
          fc.constantFrom('0', '5', '10.5'),
        )
        .map(([told, groupBy, included]) => {
          const groups = groupBy === undefined ? {} : { groupBy };
          return [metering(metered('units', unit, { aggregation, included, ...groups }), told)];
        }),
    );
  }

  const where = (values: readonly string[]) => ({ site: values });
  const buckets = fc.subarray([
    { code: 'one', where: where(['a']), price: { kind: 'per-unit', unit: '3.00' } },
    { code: 'two', where: where(['a', 'ab']), price: { kind: 'per-unit', unit: '5.00' } },
    { code: 'both', where: { site: ['ab'], zone: ['c'] }, price: { kind: 'per-unit', unit: '7.00' } },
    { code: 'early', where: {}, hours: { from: 0, to: 1 }, price: { kind: 'per-unit', unit: '0.10' } },
    { code: 'late', where: {}, hours: { from: 22, to: 23 }, price: { kind: 'per-unit', unit: '11.00' } },
  ] as const);
  propertyCheck(
    'Any events in any buckets',
    'usage',
    fc
      .tuple(events, buckets)
      .map(([told, chosen]) => [metering(metered('units', unit, { buckets: [...chosen] }), told)]),
  );
});

describe('Generated commitments and thresholds', () => {
  const quantity = fc.oneof(fc.nat({ max: 20 }).map(String), decimals(20, 1));
  propertyCheck(
    'Any usage with any thresholds, reached exactly or passed',
    'rating',
    fc
      .tuple(
        fc.array(quantity, { maxLength: 8 }),
        fc.subarray(['0.05', '5', '7.5', '10', '12.34', '20', '50'], { minLength: 1 }),
      )
      .map(([usage, thresholds]) => [
        { kind: 'interim-bills', currency: 'EUR', price: unit, thresholds, usage, fee: '3.00' },
      ]),
  );
  propertyCheck(
    'Any usage with any thresholds at any tiered price',
    'rating',
    fc
      .tuple(prices.graduated, fc.array(quantity, { maxLength: 6 }))
      .map(([price, usage]) => [
        { kind: 'interim-bills', currency: 'EUR', price, thresholds: ['10', '100'], usage, fee: '0' },
      ]),
  );
  const hours = {
    day: { from: 8, to: 18 },
    evening: { from: 18, to: 22 },
    early: { from: 0, to: 1 },
    rest: null,
  };
  const named = fc.shuffledSubarray(['day', 'evening', 'early'] as const);
  const terms = fc.record({
    unit: fc.constantFrom('0.50', '0.125', '3'),
    minimum: fc.constantFrom('5.00', '1.00', '0', '7.25'),
    overageFactor: fc.constantFrom('1.5', '1', '0.8', '2.25'),
    trueUp: fc.boolean(),
  });
  propertyCheck(
    'Any hour of the day with its own commitment',
    'rating',
    fc
      .record({
        windows: fc.array(fc.record({ hour: fc.constantFrom(0, 7, 8, 9, 17, 18, 21, 22, 23), quantity }), {
          maxLength: 6,
        }),
        before: named,
        after: named,
        terms: fc.array(terms, { minLength: 7, maxLength: 7 }),
        currency: fc.constantFrom('EUR', 'EUR', 'JPY', 'KWD'),
      })
      .map(({ windows, before, after, currency, ...drawn }) => {
        // The hours of the first one of a name are its own; that of the rest stands anywhere among them.
        const order = [...new Set([...before, 'rest' as const, ...after])];
        const commitments = order.flatMap((which, place) =>
          drawn.terms.slice(place, place + 1).map((own) => ({ hours: hours[which], ...own })),
        );
        return [{ kind: 'hourly-commitment', currency, commitments, windows }];
      }),
  );
});

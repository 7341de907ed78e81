import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriceModel, Tier } from '../../model/billing/price.ts';
import { compareDecimals, decimalFrom } from '../../model/decimal.ts';
import { answer } from '../answer.ts';
import { compare, fractionOf, plus } from '../arithmetic/fraction.ts';
import { referenceProfile } from '../reference-profile.ts';
import { newTrail } from '../trail.ts';
import { type RatingQuestion, rate } from './rating.ts';

function question(price: PriceModel, quantity: string, more: Partial<RatingQuestion> = {}): RatingQuestion {
  return {
    kind: 'rating',
    currency: 'EUR',
    price,
    quantity,
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
    ...more,
  };
}

function exact(price: PriceModel, quantity: string, more: Partial<RatingQuestion> = {}) {
  return rate(question(price, quantity, more), newTrail()).amount;
}

const unit = fc.integer({ min: 0, max: 5000 }).map((digits) => decimalFrom(BigInt(digits), 3));
const quantity = fc.integer({ min: 0, max: 400_00 }).map((digits) => decimalFrom(BigInt(digits), 2));
const tiers: fc.Arbitrary<readonly Tier[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 4 }),
    fc.array(fc.tuple(unit, unit), { minLength: 5, maxLength: 5 }),
  )
  .map(([bounds, prices]) => {
    const ends = [...bounds.sort((a, b) => a - b).map(String), null];
    return ends.map((upTo, index) => ({
      upTo,
      unit: prices[index]?.[0] ?? '0',
      flat: prices[index]?.[1] ?? '0',
    }));
  });
const monotonePrice: fc.Arbitrary<PriceModel> = fc.oneof(
  unit.map((price): PriceModel => ({ kind: 'per-unit', unit: price })),
  tiers.map((list): PriceModel => ({ kind: 'graduated', tiers: list })),
  fc.tuple(unit, quantity).map(
    ([packagePrice, freeUnits]): PriceModel => ({
      kind: 'package',
      packageSize: '7',
      packagePrice,
      freeUnits,
    }),
  ),
  unit.map((multiplier): PriceModel => ({ kind: 'dynamic', multiplier })),
);

describe('the price of a quantity', () => {
  test('never falls with the quantity, except by volume', () => {
    fc.assert(
      fc.property(monotonePrice, quantity, quantity, (price, a, b) => {
        const [less, more] = compareDecimals(a, b) <= 0 ? [a, b] : [b, a];
        expect(compare(exact(price, less), exact(price, more))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('of two parts of a period is the price of the whole', () => {
    const prices = fc.oneof(
      monotonePrice,
      tiers.map((list): PriceModel => ({ kind: 'volume', tiers: list })),
    );
    fc.assert(
      fc.property(prices, quantity, quantity, (price, first, second) => {
        fc.pre(first !== '0.00');
        const parts = plus(exact(price, first), exact(price, second, { alreadyBilled: first }));
        const sum = decimalFrom(BigInt(first.replace('.', '')) + BigInt(second.replace('.', '')), 2);
        expect(parts).toEqual(exact(price, sum));
      }),
    );
  });

  test('has no jump at the bound of a graduated tier without flat fees', () => {
    fc.assert(
      fc.property(tiers, (list) => {
        const price: PriceModel = { kind: 'graduated', tiers: list.map((tier) => ({ ...tier, flat: '0' })) };
        for (const { upTo } of list) {
          if (upTo === null) continue;
          const at = exact(price, upTo);
          const above = exact(price, `${upTo}.0001`);
          // No unit price is above 5, so that a ten-thousandth of a unit costs at most 0.0005.
          expect(compare(above, plus(at, fractionOf('0.0005')))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('stays between minimum and maximum', () => {
    const bounds = fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }));
    fc.assert(
      fc.property(monotonePrice, quantity, bounds, (price, units, pair) => {
        const minimum = String(Math.min(...pair));
        const maximum = String(Math.max(...pair));
        const amount = exact(price, units, { minimum, maximum });
        expect(compare(fractionOf(minimum), amount)).toBeLessThanOrEqual(0);
        expect(compare(amount, fractionOf(maximum))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.for([
    ['0', '2.00'],
    ['10', '102.00'],
    ['10.5', '107.50'],
    ['22', '168.00'],
  ] as const)('of %s units in three tiers of 10 at 10, 5 and 5 with fees 2, 3 and 3', ([units, wanted]) => {
    const list = [
      { upTo: '10', unit: '10', flat: '2' },
      { upTo: '20', unit: '5', flat: '3' },
      { upTo: null, unit: '5', flat: '3' },
    ];
    expect(
      answer(question({ kind: 'graduated', tiers: list }, units), referenceProfile).answer,
    ).toMatchObject({
      amount: wanted,
    });
  });

  test('is explained step by step', () => {
    const list = [
      { upTo: '10', unit: '10.00', flat: '0' },
      { upTo: null, unit: '5', flat: '0' },
    ];
    const { trail } = answer(question({ kind: 'graduated', tiers: list }, '12'), referenceProfile);
    expect(trail).toEqual([
      { text: 'tier 1: 10 units above 0 at 10.00', value: '100' },
      { text: 'tier 2: 2 units above 10 at 5', value: '10' },
      { text: '110 rounded half-up to 2 digits', value: '110.00' },
    ]);
  });

  test.for([
    [{ kind: 'volume', tiers: [] }, 'no tier'],
    [{ kind: 'volume', tiers: [{ upTo: '5', unit: '1', flat: '0' }] }, 'above the last bound'],
    [
      {
        kind: 'graduated',
        tiers: [
          { upTo: null, unit: '1', flat: '0' },
          { upTo: null, unit: '1', flat: '0' },
        ],
      },
      'without end',
    ],
    [{ kind: 'package', packageSize: '0', packagePrice: '1', freeUnits: '0' }, 'package size'],
  ] as const)('of a price that cannot be is refused: %#', ([price, words]) => {
    expect(() => exact(price, '9')).toThrow(words);
  });

  test.for([
    // Both allowances: the one that is used up first ends both.
    [{ freeEvents: 3, freeVolume: '250' }, '11.15'],
    [{ freeEvents: 3, freeVolume: null }, '7.20'],
    [{ freeEvents: 1, freeVolume: '250' }, '15.75'],
    [{ freeEvents: null, freeVolume: '900' }, '0.00'],
    [{ freeEvents: 9, freeVolume: null }, '0.00'],
  ] as const)('as a percentage with %o is %s', ([free, wanted]) => {
    const price: PriceModel = { kind: 'percentage', ratePercent: '1.3', fixedPerEvent: '2.0', ...free };
    const runningTotals = ['50', '150', '400', '800'];
    expect(answer(question(price, '800', { runningTotals }), referenceProfile).answer).toMatchObject({
      amount: wanted,
    });
  });

  // Two events are free. 28 less nothing, 1.3 %, and one fee of 2.00; 10 less nothing, 1.3 %, and one fee.
  test.each([
    [['-82', '-72', '28'], '2.36'],
    [['5', '-3', '10'], '2.13'],
    [['-82', '0'], '0.00'],
  ] as const)('as a percentage of %o is %s', (runningTotals, wanted) => {
    const price: PriceModel = {
      kind: 'percentage',
      ratePercent: '1.3',
      fixedPerEvent: '2.0',
      freeEvents: 2,
      freeVolume: null,
    };
    const quantity = runningTotals.at(-1) ?? '0';
    expect(answer(question(price, quantity, { runningTotals }), referenceProfile).answer).toMatchObject({
      amount: wanted,
    });
  });
});

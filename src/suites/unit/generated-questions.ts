import fc from 'fast-check';
import type { PriceKind, PriceModel, Tier } from '../../model/billing/price.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { type RatingQuestion, rating } from './questions.ts';

/** Decimals with the digits that price books have, from whole numbers, so that no float is ever near them. */
export function decimals(most: number, scale: number): fc.Arbitrary<Decimal> {
  return fc.integer({ min: 0, max: most * 10 ** scale }).map((digits) => decimalFrom(BigInt(digits), scale));
}

/** Prefers whole units and bounds, where the mistakes are. */
export const quantities: fc.Arbitrary<Decimal> = fc.oneof(
  fc.nat({ max: 1000 }).map(String),
  fc.constantFrom('0', '1', '5', '10', '20', '50', '100', '500'),
  decimals(1000, 2),
  decimals(20, 1),
);

const tiers: fc.Arbitrary<readonly Tier[]> = fc
  .record({
    bounds: fc.uniqueArray(fc.constantFrom(1, 5, 10, 20, 50, 100, 500), { maxLength: 4 }),
    prices: fc.array(fc.record({ unit: decimals(20, 3), flat: decimals(50, 2) }), {
      minLength: 5,
      maxLength: 5,
    }),
  })
  .map(({ bounds, prices }) =>
    [...bounds.toSorted((a, b) => a - b).map(String), null].map((upTo, index) => ({
      upTo,
      unit: prices[index]?.unit ?? '0',
      flat: prices[index]?.flat ?? '0',
    })),
  );

export const prices: Readonly<Record<PriceKind, fc.Arbitrary<PriceModel>>> = {
  flat: decimals(500, 2).map((amount) => ({ kind: 'flat', amount })),
  'per-unit': decimals(50, 4).map((unit) => ({ kind: 'per-unit', unit })),
  graduated: tiers.map((list) => ({ kind: 'graduated', tiers: list })),
  volume: tiers.map((list) => ({ kind: 'volume', tiers: list })),
  stairstep: tiers.map((list) => ({
    kind: 'stairstep',
    tiers: list.map((tier) => ({ ...tier, unit: '0' })),
  })),
  package: fc.record({
    kind: fc.constant('package' as const),
    packageSize: fc.constantFrom('1', '7', '10', '0.5', '0.1', '0.3', '100'),
    packagePrice: decimals(100, 2),
    freeUnits: fc.constantFrom('0', '1', '10', '12.5'),
  }),
  percentage: fc.record({
    kind: fc.constant('percentage' as const),
    ratePercent: decimals(10, 3),
    fixedPerEvent: decimals(2, 2),
    freeEvents: fc.constantFrom(null, 0, 1, 2, 3),
    freeVolume: fc.constantFrom(null, '0', '50', '250', '1000'),
  }),
  dynamic: decimals(3, 5).map((multiplier) => ({ kind: 'dynamic', multiplier })),
};

/** A price of the kind with a quantity, now and then in another currency. */
export function ratingQuestions(kind: PriceKind): fc.Arbitrary<RatingQuestion> {
  const currencies = fc.constantFrom('EUR', 'EUR', 'USD', 'JPY', 'KWD');
  if (kind === 'percentage') {
    const events = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
    return fc.tuple(prices.percentage, events, currencies).map(([price, values, currency]) => {
      const runningTotals = values.map((_, index) =>
        String(values.slice(0, index + 1).reduce((sum, value) => sum + value, 0)),
      );
      return rating(price, runningTotals.at(-1) ?? '0', { runningTotals, currency });
    });
  }
  return fc
    .tuple(prices[kind], quantities, currencies)
    .map(([price, quantity, currency]) => rating(price, quantity, { currency }));
}

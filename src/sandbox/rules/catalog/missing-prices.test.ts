import { describe, expect, test } from 'vitest';
import type { Charge, PlanVersion } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { missingPrices } from './missing-prices.ts';

const price = { kind: 'flat', amount: '10.00' } as const;
const fee: Charge = { kind: 'recurring', code: 'fee', timing: 'advance', price };
const setup: Charge = { kind: 'one-off', code: 'setup', price };
const calls: Charge = { kind: 'usage', code: 'calls', meter: 'calls', price };

function version(
  from: string,
  charges: readonly Charge[],
  dollarPrices: readonly string[] | null,
): PlanVersion {
  const prices = dollarPrices?.map((charge) => ({ charge, price }));
  return {
    plan: 'basic',
    effectiveFrom: localDate(from),
    currency: 'EUR',
    interval: { unit: 'month', count: 1 },
    charges,
    ...(prices === undefined ? {} : { otherCurrencies: [{ currency: 'USD', prices }] }),
  };
}

const both = version('2026-01-01', [fee, setup], ['fee', 'setup']);

function missing(published: readonly PlanVersion[], next: PlanVersion): readonly string[] {
  return missingPrices({ published, version: next }).map(
    ({ effectiveFrom, charge, currency }) => `${effectiveFrom} ${charge} ${currency}`,
  );
}

describe('prices that a plan would lack', () => {
  test('none in its own currency, nor in one with a price for each charge', () => {
    expect(missing([], version('2026-01-01', [fee, setup], null))).toEqual([]);
    expect(missing([], both)).toEqual([]);
  });

  test('that of a charge which the further currency leaves out or misspells', () => {
    expect(missing([], version('2026-01-01', [fee, setup], ['fee']))).toEqual(['2026-01-01 setup USD']);
    expect(missing([], version('2026-01-01', [fee], ['fees']))).toEqual(['2026-01-01 fee USD']);
  });

  test('all of a currency that an older version was sold in, also when the older one comes later', () => {
    const dropped = version('2026-03-01', [fee], null);
    expect(missing([both], dropped)).toEqual(['2026-03-01 fee USD']);
    expect(missing([dropped], both)).toEqual(['2026-03-01 fee USD']);
    expect(missing([dropped], version('2026-04-01', [fee], ['fee']))).toEqual([]);
  });

  test('those of buckets and minima, which no further currency can have', () => {
    const bucket = { code: 'night', where: {}, price };
    const priced = { ...calls, buckets: [bucket] };
    expect(missing([], version('2026-01-01', [priced], ['calls']))).toEqual(['2026-01-01 night USD']);
    const atLeast = { ...calls, minimum: '20.00' };
    expect(missing([], version('2026-01-01', [atLeast], ['calls']))).toEqual(['2026-01-01 calls USD']);
    expect(missing([], version('2026-01-01', [atLeast, priced], null))).toEqual([]);
  });
});

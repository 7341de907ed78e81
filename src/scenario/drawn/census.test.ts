import { expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { censusOf } from './census.ts';
import { castHistory, fee, metered, monthlyPlan, subscriptionOf } from './customer-history.ts';
import type { Played } from './played.ts';

function history(changes: { readonly on: string; readonly plan: string }[]): Played {
  const plans = [monthlyPlan('basic', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '0.5' })])];
  const days = changes.map(({ on, plan }) => ({ on: localDate(on), plan }));
  const subscriptions = [subscriptionOf('basic', '2026-01-01', { changes: days })];
  return { kind: 'history', history: castHistory('Acme', { plans, subscriptions, until: '2026-03-01' }) };
}

const question: Played = {
  kind: 'question',
  question: {
    kind: 'rating',
    currency: 'EUR',
    price: { kind: 'volume', tiers: [] },
    quantity: '1',
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  },
};

test('what was played is counted by kind, and what never came stands there with 0', () => {
  const census = censusOf([history([]), history([{ on: '2026-02-01', plan: 'basic' }]), question]);
  expect(census.counts['priceModels']).toMatchObject({
    flat: 2,
    'per-unit': 2,
    volume: 1,
    stairstep: 0,
    dynamic: 0,
  });
  expect(census.counts['events']).toMatchObject({ subscriptions: 2, changes: 1, cancelledOn: 0, usage: 0 });
  expect(Object.values(census.counts['timeZones'] ?? {})).toEqual([2]);
  expect(census.counts['currencies']).toMatchObject({ EUR: 2, JPY: 0 });
  expect(census.counts['aggregations']).toMatchObject({ sum: 2, unique: 0 });
  expect(census.counts['coupons']).toMatchObject({ stacked: 0 });
  expect(census.counts['questions']).toEqual({ rating: 1 });
});

test('the digest is that of the histories: the same for the same, another for another', () => {
  const one = censusOf([history([])]).digest;
  expect(censusOf([history([]), question]).digest).toBe(one);
  expect(censusOf([history([{ on: '2026-02-01', plan: 'basic' }])]).digest).not.toBe(one);
});

import { expect, test } from 'vitest';
import { localDate } from '../../model/date.ts';
import { type CustomerHistory, castHistory, fee, monthlyPlan, subscriptionOf } from './customer-history.ts';
import { shrunkHistory } from './shrunk-history.ts';

const history = castHistory('Acme', {
  until: '2026-12-01',
  plans: [monthlyPlan('basic', [fee('30')]), monthlyPlan('pro', [fee('90')])],
  subscriptions: [
    subscriptionOf('basic', '2026-01-01', {
      trialDays: 7,
      changes: [{ plan: 'pro', on: localDate('2026-03-10') }],
      quantities: [
        { quantity: '3', on: localDate('2026-04-10') },
        { quantity: '4', on: localDate('2026-05-10') },
      ],
      pauses: [{ on: localDate('2026-06-10'), until: localDate('2026-07-10') }],
    }),
    subscriptionOf('pro', '2026-02-01'),
  ],
  usage: [{ id: 'one', meter: 'calls', quantity: '1', at: '2026-02-01T12:00:00Z' as never }],
});

const pausesOf = ({ billing }: CustomerHistory) => billing.subscriptions.flatMap(({ pauses = [] }) => pauses);

test('only what makes it wrong is left', async () => {
  const small = await shrunkHistory(history, async (one) => pausesOf(one).length > 0, { playsMax: 40 });
  const [only, ...others] = small.billing.subscriptions;
  expect(others).toEqual([]);
  expect(only).toEqual({
    ...subscriptionOf('basic', '2026-01-01'),
    quantities: [],
    pauses: pausesOf(history),
  });
  expect(small.billing.usage).toEqual([]);
});

test('it is played no more often than allowed, and stays as it was when nothing can be dropped', async () => {
  let plays = 0;
  const isWrong = async () => {
    plays += 1;
    return false;
  };
  expect(await shrunkHistory(history, isWrong, { playsMax: 3 })).toEqual(history);
  expect(plays).toBe(3);
});

test('what is told as "at the end of the period" keeps its day', async () => {
  const [first = subscriptionOf('basic', '2026-01-01')] = history.billing.subscriptions;
  const told = { ...first, cancelledOn: localDate('2026-09-01'), cancelTiming: 'period-end' } as const;
  const bound = { ...history, billing: { ...history.billing, subscriptions: [told] } };
  const isCancelled = ({ billing }: CustomerHistory) =>
    billing.subscriptions.some(({ cancelledOn }) => cancelledOn !== null);
  const small = await shrunkHistory(bound, async (one) => isCancelled(one), { playsMax: 40 });
  expect(small.billing.subscriptions[0]?.changes).toEqual(first.changes);
});

test('a plan keeps the charge without which nothing is wrong, and no other', async () => {
  const plans = [
    monthlyPlan('basic', [fee('30', 'fee'), fee('5', 'seats')]),
    monthlyPlan('basic', [fee('36', 'fee'), fee('6', 'seats')], { effectiveFrom: localDate('2026-05-01') }),
  ];
  const dear = castHistory('Kim', {
    until: '2026-12-01',
    plans,
    subscriptions: [subscriptionOf('basic', '2026-01-01')],
  });
  const isWrong = async ({ billing }: CustomerHistory) =>
    billing.plans.some(({ charges }) => charges.some(({ code }) => code === 'seats'));
  const small = await shrunkHistory(dear, isWrong, { playsMax: 40 });
  expect(small.billing.plans).toEqual([monthlyPlan('basic', [fee('5', 'seats')])]);
});

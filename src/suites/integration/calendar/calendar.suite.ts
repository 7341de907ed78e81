import { describe } from 'vitest';
import type { Interval } from '../../../model/billing/catalog.ts';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat'] as const;

/** The periods that were billed follow one another without a gap or an overlap, from the first day on. */
function expectTiling(world: World, start: string, invoices: readonly Invoice[]): void {
  const periods = invoices
    .flatMap(({ lines }) => lines.flatMap(({ period }) => (period === null ? [] : [period])))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let next = start;
  for (const period of periods) {
    world.expectEqual('the next period begins where the last one ended', next, period.from);
    next = period.to;
  }
  world.expectThat(
    periods.length > 1,
    `Found ${periods.length} billed periods, expected several to compare.`,
  );
}

const anchors = [
  { name: 'the 31st of January', start: '2026-01-31', until: '2027-03-31' },
  { name: 'the 30th of November', start: '2026-11-30', until: '2028-01-30' },
  { name: 'the 29th of February', start: '2028-02-29', until: '2029-04-29' },
] as const;

const paces = [
  { name: 'month by month', steps: 'monthly' },
  { name: 'in one jump', steps: 'jump' },
] as const;

describe('Fourteen months without a gap', () => {
  for (const { name, start, until } of anchors) {
    for (const pace of paces) {
      check(
        `A subscription from ${name} is billed for every day once, ${pace.name}`,
        { topic: 'calendar', needs, tags: ['@risk-high'] },
        async (world) => {
          const history = castHistory('Acme', {
            plans: [monthlyPlan('basic', [fee('30.00')])],
            subscriptions: [subscriptionOf('basic', start)],
            until,
          });
          const { invoices } = await expectHistory(world, history, pace.steps);
          expectTiling(world, start, invoices);
        },
      );
    }
  }
});

const intervals: readonly { readonly name: string; readonly interval: Interval; readonly until: string }[] = [
  { name: 'A day', interval: { unit: 'day', count: 1 }, until: '2027-03-10' },
  { name: 'Thirty days', interval: { unit: 'day', count: 30 }, until: '2027-05-01' },
  { name: 'A week', interval: { unit: 'week', count: 1 }, until: '2027-04-01' },
  { name: 'Two weeks', interval: { unit: 'week', count: 2 }, until: '2027-04-01' },
  { name: 'A quarter', interval: { unit: 'month', count: 3 }, until: '2027-09-01' },
  { name: 'A year', interval: { unit: 'year', count: 1 }, until: '2029-03-01' },
];

describe('Periods that are no months', () => {
  for (const { name, interval, until } of intervals) {
    check(
      `${name} stays ${name.toLowerCase()}, from the 31st of January on`,
      { topic: 'calendar', needs },
      async (world) => {
        const history = castHistory('Globex', {
          plans: [monthlyPlan('long', [fee('99.00')], { interval, currency: 'USD' })],
          subscriptions: [subscriptionOf('long', '2026-01-31')],
          until,
        });
        const { invoices } = await expectHistory(world, history);
        expectTiling(world, '2026-01-31', invoices);
      },
    );
  }
});

describe('Billing on the first of the month', () => {
  check(
    'The days before the first of the month are charged by the day, later months in full',
    { topic: 'proration', needs: [...needs, 'tax', 'subscription.calendar'] },
    async (world) => {
      const history = castHistory('Kim', {
        plans: [monthlyPlan('basic', [fee('49.99')])],
        subscriptions: [subscriptionOf('basic', '2026-01-18', { billing: 'calendar' })],
        taxRates: [taxFrom('2020-01-01', '19')],
        until: '2026-04-01',
      });
      const { invoices } = await expectHistory(world, history);
      expectTiling(world, '2026-01-18', invoices);
    },
  );
});

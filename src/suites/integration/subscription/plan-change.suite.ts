import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const plans = [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('pro', [fee('89.90')])];
const taxRates = [taxFrom('2020-01-01', '19')];
const changes = ['clock', 'price.flat', 'subscription.change', 'tax'] as const;

describe('A plan that is changed within a period', () => {
  const days = [
    { title: 'An upgrade in the middle of April', start: '2026-04-01', on: '2026-04-16' },
    { title: 'An upgrade on the last day of February', start: '2026-01-31', on: '2026-02-27' },
    { title: 'An upgrade on the second day', start: '2026-03-10', on: '2026-03-11' },
  ] as const;
  for (const { title, start, on } of days) {
    check(
      `${title} gives the unused days back and charges the remaining ones`,
      { topic: 'proration', needs: changes, tags: ['@risk-high'] },
      async (world) => {
        const change = { on: localDate(on), plan: 'pro' };
        const subscriptions = [subscriptionOf('basic', start, { changes: [change] })];
        await expectHistory(
          world,
          castHistory('Acme', { plans, subscriptions, taxRates, until: '2026-06-30' }),
        );
      },
    );
  }

  check(
    'A change and a change back, with a higher price meanwhile, bill each day by the price in force',
    { topic: 'proration', needs: [...changes, 'price.versions'] },
    async (world) => {
      const dearer = monthlyPlan('basic', [fee('42.00')], { effectiveFrom: localDate('2026-05-01') });
      const moves = [
        { on: localDate('2026-04-10'), plan: 'pro' },
        { on: localDate('2026-05-15'), plan: 'basic' },
      ];
      const history = castHistory('Acme', {
        plans: [...plans, dearer],
        subscriptions: [subscriptionOf('basic', '2026-04-01', { changes: moves })],
        taxRates,
        until: '2026-07-01',
      });
      await expectHistory(world, history);
    },
  );
});

describe('A subscription that is cancelled', () => {
  const needs = ['clock', 'price.flat', 'subscription.cancel', 'tax'] as const;

  check(
    'within a period gives back the unused days and bills no more',
    { topic: 'proration', needs, tags: ['@risk-high'] },
    async (world) => {
      const cancelledOn = localDate('2026-05-08');
      const history = castHistory('Kim', {
        plans,
        subscriptions: [subscriptionOf('pro', '2026-03-20', { cancelledOn })],
        taxRates,
        until: '2026-08-01',
      });
      await expectHistory(world, history);
    },
  );

  check(
    'at the end of its period gets nothing back and bills no more',
    { topic: 'proration', needs },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start: localDate('2026-03-20') });
      const { session, customerId, subscription } = contract;
      await session.advanceTo(localDate('2026-04-25'));
      await session.cancel(subscription.id, { kind: 'period-end' });
      await session.advanceTo(localDate('2026-08-01'));
      const invoices = await session.invoices(customerId);
      world.expectEqual(
        'days with an invoice',
        ['2026-03-20', '2026-04-20'],
        invoices.map(({ issueDate }) => issueDate),
      );
      for (const invoice of invoices) {
        world.expectMoney({
          measure: 'fee of a month',
          expected: moneyOf(30_00n, 'EUR'),
          actual: invoice.total,
          nature: 'charge',
          customer: 'Acme',
          invoice: invoice.number,
          explanation: 'Both months were served in full at EUR 30.00.',
        });
      }
      world.expectEqual('state', 'cancelled', (await session.subscription(subscription.id)).state);
    },
  );
});

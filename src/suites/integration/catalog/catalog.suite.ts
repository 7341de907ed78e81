import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { billHistories, expectHistory } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';

const needs = ['clock', 'price.flat', 'price.versions'] as const;

const versions = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('basic', [fee('36.50')], { effectiveFrom: localDate('2026-04-15') }),
];

describe('A price that changes', () => {
  check(
    'reaches running subscriptions at their next period, and not before',
    { topic: 'catalog', needs, tags: ['@risk-high'] },
    async (world) => {
      const histories = [
        castHistory('Acme', {
          plans: versions,
          subscriptions: [subscriptionOf('basic', '2026-03-01')],
          until: '2026-06-01',
        }),
        castHistory('Kim', {
          plans: versions,
          subscriptions: [subscriptionOf('basic', '2026-03-20')],
          until: '2026-06-01',
        }),
      ];
      const billed = await billHistories(world, histories);
      for (const history of histories)
        expectBilling(world, history, billed.get(history.name)?.invoices ?? []);
    },
  );

  check('on the very day a period begins prices that period', { topic: 'catalog', needs }, async (world) => {
    const history = castHistory('Acme', {
      plans: versions,
      subscriptions: [subscriptionOf('basic', '2026-03-15')],
      until: '2026-06-15',
    });
    await expectHistory(world, history);
  });

  check(
    'several times gives each period the latest price in force',
    { topic: 'catalog', needs },
    async (world) => {
      const plans = [
        ...versions,
        monthlyPlan('basic', [fee('39.00')], { effectiveFrom: localDate('2026-05-10') }),
        monthlyPlan('basic', [fee('12.00')], { effectiveFrom: localDate('2026-08-01') }),
      ];
      const history = castHistory('Kim', {
        plans,
        subscriptions: [subscriptionOf('basic', '2026-03-05')],
        until: '2026-09-05',
      });
      await expectHistory(world, history);
    },
  );
});

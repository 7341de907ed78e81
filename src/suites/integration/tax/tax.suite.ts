import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

const until = '2026-03-01';

describe('Tax on invoices', () => {
  check(
    'Tax is taken of what is left after the discount: 260.00 less 10 % at 6 % is 14.04',
    { topic: 'tax', needs: ['price.flat', 'tax', 'discount'], tags: ['@tax', '@risk-high'] },
    async (world) => {
      const history = castHistory('Acme', {
        plans: [monthlyPlan('four', [fee('260.00')])],
        subscriptions: [subscriptionOf('four', '2026-03-01')],
        discounts: [{ from: localDate('2026-03-01'), percent: '10' }],
        taxRates: [taxFrom('2020-01-01', '6')],
        until,
      });
      const { invoices } = await expectHistory(world, history);
      world.expectMoney({
        measure: 'tax',
        expected: moneyOf(14_04n, 'EUR'),
        actual: invoices[0]?.tax ?? moneyOf(0n, 'EUR'),
        nature: 'books',
        customer: 'Acme',
        explanation: '6 % of 234.00, worked out by hand.',
      });
    },
  );

  check(
    'Cents of the net amount are taxed, too: 99.99 at 19 % is 19.00',
    { topic: 'tax', needs: ['price.flat', 'tax'], tags: ['@tax'] },
    async (world) => {
      const history = castHistory('Kim', {
        plans: [monthlyPlan('nines', [fee('99.99'), { ...fee('0.49'), code: 'extra' }])],
        subscriptions: [subscriptionOf('nines', '2026-03-01')],
        taxRates: [taxFrom('2020-01-01', '19')],
        until,
      });
      await expectHistory(world, history);
    },
  );

  check(
    'A new tax rate applies from its first day and not to invoices before it',
    { topic: 'tax', needs: ['clock', 'price.flat', 'tax'], tags: ['@tax'] },
    async (world) => {
      const history = castHistory('Kim', {
        plans: [monthlyPlan('basic', [fee('33.33')])],
        subscriptions: [subscriptionOf('basic', '2026-01-01')],
        taxRates: [taxFrom('2020-01-01', '19'), taxFrom('2026-03-01', '16'), taxFrom('2026-05-02', '21.5')],
        until: '2026-06-01',
      });
      await expectHistory(world, history);
    },
  );

  check(
    'A currency without small coins is taxed in whole units',
    { topic: 'tax', needs: ['clock', 'price.flat', 'price.per-unit', 'usage', 'tax'], tags: ['@tax'] },
    async (world) => {
      const pages = metered('pages', { kind: 'per-unit', unit: '1.7' });
      const history = castHistory('Sakura', {
        plans: [monthlyPlan('print', [fee('980'), pages], { currency: 'JPY' })],
        subscriptions: [subscriptionOf('print', '2026-01-15')],
        usage: [{ id: 'pages', meter: 'pages', quantity: '333', at: instant('2026-01-20T00:00:00Z') }],
        taxRates: [taxFrom('2020-01-01', '10')],
        until: '2026-02-15',
      });
      await expectHistory(world, history);
    },
  );
});

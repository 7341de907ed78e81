import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { expectBalanced, expectBooksOf, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

const needs = ['clock', 'price.flat', 'tax', 'discount', 'ledger'] as const;

const customers = [
  { name: 'Acme', currency: 'EUR', price: '33.33', tax: '19', percent: '7.5' },
  { name: 'Sakura', currency: 'JPY', price: '999', tax: '10', percent: '3' },
  { name: 'Dhow', currency: 'KWD', price: '4.567', tax: '5', percent: '12.5' },
] as const;

describe('The books', () => {
  for (const { name, currency, price, tax, percent } of customers) {
    const history = castHistory(name, {
      plans: [monthlyPlan('basic', [fee(price), { ...fee(price), code: 'extra' }], { currency })],
      subscriptions: [subscriptionOf('basic', '2026-01-31')],
      discounts: [{ from: localDate('2026-01-31'), percent }],
      taxRates: [taxFrom('2020-01-01', tax)],
      until: '2026-05-31',
    });

    check(
      `Invoices in ${currency} with discount and tax are posted in full and in balance`,
      { topic: 'ledger', needs, tags: ['@close', '@risk-high'] },
      async (world) => {
        const { session, customer } = await expectHistory(world, history);
        const { customerId } = customer;
        await expectBooksOf(world, session, { history, customerId, payments: 'none' });
        await expectOpenReceivables(world, session, { name, customerId });
      },
    );
  }

  check(
    'Credits of a cancellation and payments leave the books in balance, and receivables are the open invoices',
    { topic: 'ledger', needs: [...needs, 'subscription.cancel', 'payment'], tags: ['@close', '@short'] },
    async (world) => {
      const history = castHistory('Kim', {
        plans: [monthlyPlan('basic', [fee('47.11')])],
        subscriptions: [subscriptionOf('basic', '2026-01-20', { cancelledOn: localDate('2026-03-03') })],
        discounts: [{ from: localDate('2026-01-20'), percent: '10' }],
        taxRates: [taxFrom('2020-01-01', '19')],
        until: '2026-04-01',
      });
      const { session, customer, invoices } = await expectHistory(world, history);
      const [first] = invoices;
      if (first !== undefined)
        await session.pay({ key: `${world.checkId}-pay`, invoiceId: first.id, amount: first.due });
      const { customerId } = customer;
      expectBalanced(world, await session.ledger(customerId));
      await expectOpenReceivables(world, session, { name: history.name, customerId });
    },
  );
});

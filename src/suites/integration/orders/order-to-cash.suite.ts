import { describe } from 'vitest';
import { instant } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { expectBooksOf, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';

const calls = metered('api-calls', {
  kind: 'graduated',
  tiers: [
    { upTo: '1000', unit: '0', flat: '0' },
    { upTo: '10000', unit: '0.0125', flat: '5' },
    { upTo: null, unit: '0.0075', flat: '0' },
  ],
});

const order = castHistory('Acme', {
  plans: [monthlyPlan('pro', [fee('49.90'), calls])],
  subscriptions: [subscriptionOf('pro', '2026-03-15')],
  usage: [
    { id: 'use-1', meter: 'api-calls', quantity: '999', at: instant('2026-03-20T10:00:00Z') },
    { id: 'use-2', meter: 'api-calls', quantity: '2', at: instant('2026-04-01T12:30:00Z') },
    { id: 'use-3', meter: 'api-calls', quantity: '12000', at: instant('2026-04-10T23:00:00Z') },
  ],
  taxRates: [taxFrom('2020-01-01', '19')],
  discounts: [],
  until: '2026-04-15',
});

const chain = ['clock', 'price.flat', 'price.graduated', 'usage', 'tax', 'payment', 'ledger'] as const;

describe('From order to cash', () => {
  check(
    'An order becomes usage, invoices, a payment and books, each amount right',
    { topic: 'order-to-cash', needs: chain, tags: ['@journey', '@close'] },
    async (world) => {
      const { session, customer, invoices } = await expectHistory(world, order);
      for (const invoice of invoices) {
        const payment = await session.pay({
          key: `${world.checkId}-pay-${invoice.number}`,
          invoiceId: invoice.id,
          amount: invoice.due,
        });
        world.expectEqual('payment', 'succeeded', payment.status);
        const paid = await session.invoice(invoice.id);
        world.expectMoney({
          measure: 'due after payment',
          expected: moneyOf(0n, 'EUR'),
          actual: paid.due,
          nature: 'charge',
          customer: order.name,
          invoice: invoice.number,
          explanation: 'An invoice paid in full has nothing left to pay.',
        });
      }
      await expectBooksOf(world, session, {
        history: order,
        customerId: customer.customerId,
        payments: 'in full',
      });
      await expectOpenReceivables(world, session, { name: order.name, customerId: customer.customerId });
    },
  );

  check(
    'Several subscriptions of one customer are billed side by side',
    { topic: 'order-to-cash', needs: ['clock', 'price.flat', 'price.per-unit', 'tax'] },
    async (world) => {
      const seats = {
        kind: 'recurring',
        code: 'seats',
        timing: 'advance',
        price: { kind: 'per-unit', unit: '7.35' },
      } as const;
      const support = {
        kind: 'recurring',
        code: 'support',
        timing: 'arrears',
        price: { kind: 'flat', amount: '15' },
      } as const;
      const history = castHistory('Kim', {
        plans: [monthlyPlan('team', [seats]), monthlyPlan('care', [support])],
        subscriptions: [
          subscriptionOf('team', '2026-01-10', { quantity: '13' }),
          subscriptionOf('care', '2026-01-10'),
          subscriptionOf('team', '2026-01-25', { quantity: '3' }),
        ],
        taxRates: [taxFrom('2020-01-01', '19')],
        until: '2026-04-30',
      });
      await expectHistory(world, history);
    },
  );

  check(
    'A partial payment leaves the rest to pay, and the rest settles it',
    { topic: 'payment', needs: ['price.flat', 'tax', 'payment'], tags: ['@close'] },
    async (world) => {
      const history = castHistory('Acme', {
        plans: [monthlyPlan('basic', [fee('100.00')])],
        subscriptions: [subscriptionOf('basic', '2026-02-01')],
        taxRates: [taxFrom('2020-01-01', '19')],
        until: '2026-02-01',
      });
      const { session, invoices } = await expectHistory(world, history);
      const invoice = invoices[0];
      if (invoice === undefined) return;
      for (const [part, amount, left] of [
        ['first', 4000n, 7900n],
        ['second', 1n, 7899n],
        ['last', 7899n, 0n],
      ] as const) {
        await session.pay({
          key: `${world.checkId}-${part}`,
          invoiceId: invoice.id,
          amount: moneyOf(amount, 'EUR'),
        });
        world.expectMoney({
          measure: `due after the ${part} payment`,
          expected: moneyOf(left, 'EUR'),
          actual: (await session.invoice(invoice.id)).due,
          nature: 'charge',
          customer: history.name,
          invoice: invoice.number,
          explanation: 'EUR 119.00 less all payments so far is what is left to pay.',
        });
      }
    },
  );
});

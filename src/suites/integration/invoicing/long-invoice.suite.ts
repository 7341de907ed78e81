import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney, moneyOf, sumMoney } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf, held, percentOff } from '../../../scenario/coupons.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectExportsAgree } from '../../../scenario/exports.ts';

const needs = ['clock', 'price.flat', 'tax', 'coupon'] as const;

/** Prices of which hardly two are equal, and whose tax does not come out even. */
const charges = Array.from({ length: 60 }, (_, index) =>
  fee(`${index + 1}.${String((index * 37) % 100).padStart(2, '0')}`, `item-${index + 1}`),
);

/** Two subscriptions, one invoice with 120 lines: beyond every size at which lists are cut or sorted as text. */
function longInvoice(coupons: CustomerHistory['billing']['coupons']): CustomerHistory {
  return castHistory('Acme', {
    plans: [monthlyPlan('catalogue', charges)],
    subscriptions: ['one', 'two'].map((key) => subscriptionOf('catalogue', '2026-01-01', { key })),
    coupons: coupons ?? [],
    taxRates: [taxFrom('2020-01-01', '19')],
    until: '2026-02-01',
  });
}

describe('An invoice of more than a hundred lines', () => {
  for (const [words, value] of [
    ['a share', percentOff('12.5')],
    ['an amount', amountOff('777.77')],
  ] as const)
    check(
      `has a coupon of ${words} taken off each of them`,
      { topic: 'discount', needs, tags: ['@edge', '@coupon'] },
      async (world) => {
        await expectHistory(world, longInvoice([held(couponOf('large', value), '2026-01-15')]));
      },
    );

  check(
    'is exported line by line, in order',
    { topic: 'reconciliation', needs: [...needs, 'ledger', 'payment', 'export'], tags: ['@edge'] },
    async (world) => {
      const history = longInvoice([]);
      const { session, customer, invoices } = await expectHistory(world, history);
      const { customerId } = customer;
      const [first] = invoices;
      const amount = moneyOf(100_00n, 'EUR');
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: first?.id ?? '', amount });
      await expectExportsAgree(world, session, [
        { customerId, name: history.name, timeZone: 'Europe/Berlin' },
      ]);
      const rows = await session.exported('invoice-lines');
      for (const { id, lines } of invoices)
        world.expectEqual(
          `numbers of the lines of ${id}, in the order of the file`,
          lines.map((_, index) => String(index + 1)),
          rows.filter((row) => row['invoiceId'] === id).map((row) => row['line']),
        );
    },
  );

  check(
    'is credited as a whole to the last cent',
    { topic: 'credit', needs: [...needs, 'credit-note'], tags: ['@edge', '@credit'] },
    async (world) => {
      const { session, invoices } = await expectHistory(
        world,
        longInvoice([held(couponOf('large', percentOff('7.5')), '2026-01-15')]),
      );
      const invoice = invoices.at(-1);
      if (invoice === undefined) return;
      const part = { kind: 'whole' } as const;
      const note = await session.creditNote({
        key: `${world.checkId}-note`,
        invoiceId: invoice.id,
        part,
        reason: 'goodwill',
      });
      world.expectMoney({
        measure: 'credit note for all lines',
        expected: invoice.total,
        actual: note.total,
        nature: 'credit',
        invoice: invoice.number,
        explanation: 'All that was invoiced is given back.',
      });
      world.expectMoney({
        measure: 'left to pay',
        expected: moneyOf(0n, 'EUR'),
        actual: (await session.invoice(invoice.id)).due,
        nature: 'charge',
        invoice: invoice.number,
        explanation: `${displayMoney(sumMoney([invoice.total], 'EUR'))} were credited.`,
      });
    },
  );
});

describe('More than a hundred subscriptions of one customer', () => {
  check(
    'are all billed on their day',
    { topic: 'completeness', needs: ['clock', 'price.flat'], tags: ['@edge'] },
    async (world) => {
      const keys = Array.from({ length: 104 }, (_, index) => `seat ${index + 1}`);
      await expectHistory(
        world,
        castHistory('Acme', {
          plans: [monthlyPlan('single', [fee('1.01')])],
          subscriptions: keys.map((key) => subscriptionOf('single', '2026-01-31', { key })),
          until: localDate('2026-03-01'),
        }),
      );
    },
  );
});

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  castHistory,
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { type ExportedCustomer, expectExportsAgree } from '../../../scenario/exports.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax', 'discount', 'ledger', 'payment', 'export'] as const;

/** Plays the histories and pays a part of every customer's first invoice. */
async function exportedAfter(world: World, histories: readonly CustomerHistory[]) {
  const billed = await billHistories(world, histories);
  const customers: ExportedCustomer[] = [];
  for (const [index, { name, billing }] of histories.entries()) {
    const history = billed.get(name);
    if (history === undefined) continue;
    const { session, customer, invoices } = history;
    customers.push({ customerId: customer.customerId, name, timeZone: billing.timeZone });
    const [first] = invoices;
    if (first === undefined) continue;
    const amount = { ...first.due, amountMinor: first.due.amountMinor / 3n };
    await session.pay({ key: `${world.checkId}-${index}`, invoiceId: first.id, amount });
  }
  const session = billed.get(histories[0]?.name ?? '')?.session;
  if (session === undefined) throw new RangeError('nobody was played');
  return { session, customers };
}

/** Two months with tax and discount, then an end within the second month: charges, credits, an amount that is owed back. */
function shortLife(name: string, currency: string, price: string): CustomerHistory {
  return castHistory(name, {
    plans: [monthlyPlan(`plan-${currency}`, [fee(price)], { currency })],
    subscriptions: [
      subscriptionOf(`plan-${currency}`, '2026-02-28', { cancelledOn: localDate('2026-04-10') }),
    ],
    discounts: [{ from: localDate('2026-02-28'), percent: '7.5' }],
    taxRates: [taxFrom('2020-01-01', '19')],
    until: '2026-05-01',
  });
}

const payers = [
  ['Acme', 'EUR', '47.11'],
  ['Globex', 'USD', '1234.56'],
  ['Sakura', 'JPY', '9999'],
  ['Dhow', 'KWD', '4.567'],
] as const;

describe('Files for other systems', () => {
  check(
    'Where customers pay in several currencies, each row of each file has its own',
    { topic: 'reconciliation', needs: [...needs, 'subscription.cancel'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const histories = payers.map(([name, currency, price]) => shortLife(name, currency, price));
      const { session, customers } = await exportedAfter(world, histories);
      world.expectEqual('customers', payers.length, customers.length);
      await expectExportsAgree(world, session, customers);
    },
  );

  for (const [name, currency, price] of payers) {
    check(
      `Invoices, lines, ledger and payments of ${name} in ${currency} are in the files as the target itself tells them`,
      { topic: 'reconciliation', needs: [...needs, 'subscription.cancel'], tags: ['@close', '@risk-high'] },
      async (world) => {
        const { session, customers } = await exportedAfter(world, [shortLife(name, currency, price)]);
        await expectExportsAgree(world, session, customers);
      },
    );
  }

  check(
    'What is posted without an invoice is in the file of the books, too',
    {
      topic: 'reconciliation',
      needs: [...needs, 'payment.receive', 'balance', 'journal'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const { session, customers } = await exportedAfter(world, [shortLife('Acme', 'EUR', '47.11')]);
      const [{ customerId = '' } = {}] = customers;
      const amount = eur('1000.00');
      await session.receive({ key: `${world.checkId}-more`, customerId, amount, invoiceIds: null });
      const lines = [
        { account: 'receivables', side: 'debit', amount },
        { account: 'revenue', side: 'credit', amount },
      ] as const;
      const date = localDate('2026-05-01');
      await session.postJournal({ key: `${world.checkId}-journal`, customerId, date, lines });
      await expectExportsAgree(world, session, customers);
    },
  );

  check(
    'More than a hundred invoices of one customer are each one row',
    { topic: 'reconciliation', needs, tags: ['@close'], timeoutMs: 60_000 },
    async (world) => {
      const plan = monthlyPlan('daily', [fee('0.35')], { interval: { unit: 'day', count: 1 } });
      const history = castHistory('Acme', {
        plans: [plan],
        subscriptions: [subscriptionOf('daily', '2026-01-01')],
        until: '2026-04-12',
      });
      const { session, customers } = await exportedAfter(world, [history]);
      // 90 days of January to March, and 12 of April.
      world.expectEqual('rows of the file of invoices', 102, (await session.exported('invoices')).length);
      await expectExportsAgree(world, session, customers);
    },
  );

  check(
    'Names with commas, quotes, line ends and letters of any alphabet stay in their cell',
    { topic: 'reconciliation', needs },
    async (world) => {
      const names = [
        'Müller, "Söhne" & Co',
        'Two\nlines\r\nof name',
        "O'Brien; Łódź; 株式会社",
        '  ,',
        '""',
        'Lone\rreturn',
      ];
      const histories = names.map((name) => named(name));
      const { session, customers } = await exportedAfter(world, histories);
      await expectExportsAgree(world, session, customers);
    },
  );

  check(
    'A name may begin and end with any sign there is',
    { topic: 'reconciliation', needs, tags: ['@edge'], timeoutMs: 60_000 },
    async (world) => {
      // Those that begin a formula have a check of their own below; a blank is no sign.
      const signs = [...'!"#$%&\'()*,./:;<>?[\\]^_`{|}~0§€'];
      const { session, customers } = await exportedAfter(
        world,
        signs.map((sign) => named(`${sign}Holding${sign}`)),
      );
      await expectExportsAgree(world, session, customers);
    },
  );

  check(
    'A name that a spreadsheet would run as a formula is a text in the file, and the whole name is still there',
    { topic: 'reconciliation', needs, tags: ['@risk-high'] },
    async (world) => {
      const names = ['=HYPERLINK("http://x.test")', '+1 Ltd', '-Minus', '@home', '\t=1+1'];
      const { session, customers } = await exportedAfter(world, names.map(named));
      const rows = await session.exported('invoices');
      for (const { customerId, name } of customers) {
        const cells = rows.filter((row) => row['customerId'] === customerId);
        world.expectThat(cells.length > 0, `The file has no row of the customer "${name}".`);
        for (const cell of cells.map((row) => row['customerName'] ?? '')) {
          world.expectThat(!/^[=+\-@\t\r]/.test(cell), `Found the cell ${JSON.stringify(cell)}, a formula.`);
          world.expectThat(cell.endsWith(name), `Found the cell ${JSON.stringify(cell)} for "${name}".`);
        }
      }
    },
  );
});

function named(name: string): CustomerHistory {
  return customerHistory(
    { name, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
    {
      plans: [monthlyPlan('basic', [fee('10.00')])],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      until: '2026-01-01',
    },
  );
}

import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import type { Invoice } from '../../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../../model/billing/ledger.ts';
import type { Order } from '../../../model/billing/order.ts';
import { instant, localDate } from '../../../model/date.ts';
import { moneyAmount, parseMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { importAll, imported } from '../../../scenario/situations/order-chain.ts';
import { onStreetOn, orderAndBookNeeds, orderNeeds } from '../../../scenario/situations/order-street.ts';
import type { World } from '../../../scenario/world.ts';

const tags = ['@edge', '@risk-high'];
/** On which all of them arrive. */
const today = localDate('2026-01-20');

interface Sale {
  readonly name: string;
  readonly home: { readonly country: string; readonly currency: string; readonly timeZone: string };
  readonly start: string;
  readonly unit: string;
  readonly quantity: string;
  /** In percent, and what it comes to. */
  readonly tax: readonly [percent: string, amount: string];
  readonly total: string;
}

/** Four orders of four countries, worked out by hand. */
const sales: readonly Sale[] = [
  {
    name: 'Sakura',
    home: { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' },
    start: '2026-01-12',
    unit: '1000',
    quantity: '3',
    tax: ['10', '300'],
    total: '3300',
  },
  {
    name: 'Globex',
    home: { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles' },
    start: '2025-12-31',
    unit: '20.00',
    quantity: '2',
    tax: ['5', '2.00'],
    total: '42.00',
  },
  {
    name: 'Dhow',
    home: { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait' },
    start: '2026-01-20',
    unit: '10.020',
    quantity: '1',
    tax: ['5', '0.501'],
    total: '10.521',
  },
  {
    name: 'Dupont',
    home: { country: 'FR', currency: 'EUR', timeZone: 'Europe/Paris' },
    start: '2026-01-05',
    unit: '33.30',
    quantity: '10',
    tax: ['20', '66.60'],
    total: '399.60',
  },
];

interface Sold {
  readonly sale: Sale;
  readonly customerId: string;
}

/** Each sale has a plan of its own: so much for a seat, and one of its money for a call. */
async function publishFor(session: BillingSession, { name, home, unit, tax }: Sale): Promise<void> {
  const { country, currency } = home;
  await session.setTaxRate({ country, ratePercent: tax[0], from: localDate('2020-01-01') });
  const seat: Charge = {
    kind: 'recurring',
    code: 'seat',
    timing: 'advance',
    price: { kind: 'per-unit', unit },
  };
  const calls = metered('calls', { kind: 'per-unit', unit: '1' });
  await session.publish(monthlyPlan(`plan of ${name}`, [seat, calls], { currency }));
}

function orderOf(world: World, { name, home, quantity, start }: Sale): Order {
  return {
    id: `${world.checkId}-${name}`,
    placedAt: instant(`${start}T08:00:00Z`),
    customer: { key: `${world.checkId}-${name}`, name, ...home },
    plan: `plan of ${name}`,
    quantity,
    start: localDate(start),
  };
}

describe('Orders from four countries', () => {
  check(
    'are billed in the currency, for the units, from the day and with the tax of each customer',
    { topic: 'order-to-cash', needs: [...orderNeeds, 'tax'], tags },
    async (world) => {
      await onStreetOn(world, today, async ({ session, source }) => {
        const sold = await sell(world, session, (order) => source.offer(order));
        for (const { sale, customerId } of sold) {
          const [invoice, ...more] = await session.invoices(customerId);
          world.expectEqual(`further invoices of ${sale.name}`, 0, more.length);
          expectSold(world, sale, invoice);
        }
      });
    },
  );

  check(
    "are billed by each customer's own clock",
    { topic: 'order-to-cash', needs: [...orderNeeds, 'tax', 'usage'], tags },
    async (world) => {
      await onStreetOn(world, today, async ({ session, source }) => {
        const sold = await sell(world, session, (order) => source.offer(order));
        const customerId = sold.find(({ sale }) => sale.name === 'Sakura')?.customerId ?? '';
        // In Tokyo it is the first hour of the 12th, with which the first period begins.
        const at = instant('2026-01-11T15:30:00Z');
        await session.sendUsage([
          { id: `${world.checkId}-calls`, customerId, meter: 'calls', quantity: '7', at },
        ]);
        await session.advanceTo(localDate('2026-02-13'));
        await session.bill(localDate('2026-02-13'));
        const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
        world.expectEqual(
          'calls that were billed',
          [parseMoney('7', 'JPY')],
          lines.filter(({ kind }) => kind === 'usage').map(({ net }) => net),
        );
      });
    },
  );

  check(
    'come to accounting entry by entry as they stand in the books, with tax, payments and credits',
    {
      topic: 'ledger',
      needs: [...orderAndBookNeeds, 'tax', 'payment', 'credit-note'],
      tags: [...tags, '@close'],
    },
    async (world) => {
      await onStreetOn(world, today, async ({ session, source, accounting }) => {
        const sold = await sell(world, session, (order) => source.offer(order));
        for (const one of sold) await settle(world, session, one);
        const { open } = await session.handOverPostings();
        world.expectEqual('left open', 0, open);
        const ledger = (await Promise.all(sold.map(({ customerId }) => session.ledger(customerId)))).flat();
        const taken = accounting.taken.flatMap(({ postingId, entries }) =>
          entries.map((entry) => ({ postingId, ...entry })),
        );
        world.expectEqual('entries', ledger.map(entryText).sort(), taken.map(takenText).sort());
        const accounts = new Set(taken.map(({ account }) => account));
        for (const account of ['tax-payable', 'cash'])
          world.expectThat(accounts.has(account), `Accounting was told nothing of ${account}.`);
      });
    },
  );
});

function expectSold(world: World, sale: Sale, invoice: Invoice | undefined): void {
  const { currency } = sale.home;
  for (const [part, amount] of [
    ['tax', sale.tax[1]],
    ['total', sale.total],
  ] as const)
    world.expectMoney({
      measure: `${part} of ${sale.name}`,
      expected: parseMoney(amount, currency),
      actual: invoice?.[part] ?? parseMoney('0', currency),
      nature: 'charge',
      customer: sale.name,
      explanation: `${sale.quantity} at ${sale.unit} ${currency} and ${sale.tax[0]} % of tax.`,
    });
  world.expectEqual(`first day of ${sale.name}`, sale.start, invoice?.lines[0]?.period?.from);
}

/** The price of one unit is paid, and as much is credited where something is left of it. */
async function settle(world: World, session: BillingSession, { sale, customerId }: Sold): Promise<void> {
  const [invoice] = await session.invoices(customerId);
  const invoiceId = invoice?.id ?? '';
  const key = `${world.checkId}-${sale.name}`;
  const amount = parseMoney(sale.unit, sale.home.currency);
  await session.pay({ key: `${key}-pay`, invoiceId, amount });
  if (sale.quantity === '1') return;
  const part = { kind: 'lines', lines: [{ line: 0, net: amount }] } as const;
  await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
}

async function sell(
  world: World,
  session: BillingSession,
  offer: (order: Order) => void,
): Promise<readonly Sold[]> {
  for (const sale of sales) {
    await publishFor(session, sale);
    offer(orderOf(world, sale));
  }
  const taken = imported(await importAll(session, 6));
  await session.bill(today);
  world.expectEqual('orders that were taken', sales.length, taken.length);
  return sales.flatMap((sale) => {
    const order = taken.find(({ orderId }) => orderId === `${world.checkId}-${sale.name}`);
    return order === undefined ? [] : [{ sale, customerId: order.customerId }];
  });
}

function entryText({ postingId, account, side, amount, invoiceId }: LedgerEntry): string {
  return [postingId, account, side, moneyAmount(amount), amount.currency, invoiceId].join(' ');
}

function takenText(entry: {
  readonly postingId: string;
  readonly account: string;
  readonly side: string;
  readonly amount: string;
  readonly currency: string;
  readonly invoiceId: string | null;
}): string {
  const { postingId, account, side, amount, currency, invoiceId } = entry;
  return [postingId, account, side, amount, currency, invoiceId].join(' ');
}

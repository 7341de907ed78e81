import { describe } from 'vitest';
import { addDays, instant, localDate } from '../../../model/date.ts';
import { moneyOf, sumMoney } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { amountOff, couponOf, held } from '../../../scenario/coupons.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

/** More than anybody's list is long, page is large or loop goes round; and two digits, of which the first is not the greater. */
const many = 12;
/** Who keeps the keys of the last requests only keeps hardly more: each customer is two. */
const requestsRemembered = 256;
const counted = Array.from({ length: many }, (_, index) => index);
const monthOf = (index: number) => `2026-${String(index + 1).padStart(2, '0')}`;
const start = localDate('2026-01-01');
const basic = monthlyPlan('basic', [fee('30.00')]);
const calls = metered('calls', { kind: 'per-unit', unit: '0.01' });

const stories: readonly {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly story: Parameters<typeof castHistory>[1];
}[] = [
  {
    title: 'services that began on one day',
    more: [],
    story: {
      plans: [basic],
      subscriptions: counted.map((index) =>
        subscriptionOf('basic', '2026-01-01', { key: `service-${index}` }),
      ),
      until: '2026-02-15',
    },
  },
  {
    title: 'tax rates, one for each month',
    more: ['tax'],
    story: {
      plans: [basic],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      taxRates: counted.map((index) => taxFrom(`${monthOf(index)}-01`, String(10 + index))),
      until: '2026-12-15',
    },
  },
  {
    title: 'prices, one for each month',
    more: ['price.versions'],
    story: {
      plans: counted.map((index) =>
        monthlyPlan('basic', [fee(`${30 + index}.00`)], { effectiveFrom: localDate(`${monthOf(index)}-01`) }),
      ),
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      until: '2026-12-15',
    },
  },
  {
    title: 'coupons',
    more: ['coupon'],
    story: {
      plans: [basic],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      coupons: counted.map((index) => held(couponOf(`one-${index}`, amountOff('1.00')), '2026-01-01')),
      until: '2026-03-15',
    },
  },
  {
    title: 'months into which usage comes late',
    more: ['usage', 'usage.late', 'price.per-unit'],
    story: {
      plans: [monthlyPlan('basic', [fee('30.00'), calls])],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      usage: counted.slice(0, 6).map((index) => ({
        id: `late-${index}`,
        meter: 'calls',
        quantity: String(100 + index),
        at: instant(`${monthOf(index)}-10T10:00:00Z`),
        // 56 days after that of May: the second period back, for who counts periods, and not for long over, for who counts days.
        arrived: localDate('2026-07-05'),
      })),
      until: '2026-08-15',
    },
  },
  {
    title: 'days of a trial',
    more: ['subscription.trial'],
    story: {
      plans: [basic],
      subscriptions: [subscriptionOf('basic', '2026-01-01', { trialDays: 120 })],
      until: '2026-06-15',
    },
  },
  {
    title: 'months in one period',
    more: ['subscription.long-periods'],
    story: {
      plans: [monthlyPlan('basic', [fee('540.00')], { interval: { unit: 'month', count: 18 } })],
      subscriptions: [subscriptionOf('basic', '2026-01-31')],
      until: '2027-08-15',
    },
  },
  {
    title: 'digits of one quantity',
    more: ['usage', 'price.per-unit'],
    story: {
      plans: [monthlyPlan('basic', [metered('calls', { kind: 'per-unit', unit: '10000.00' })])],
      subscriptions: [subscriptionOf('basic', '2026-01-01')],
      usage: ['1.2345678', '0.0000002'].map((quantity, index) => ({
        id: `fine-${index}`,
        meter: 'calls',
        quantity,
        at: instant('2026-01-10T10:00:00Z'),
      })),
      until: '2026-02-15',
    },
  },
  {
    title: 'changes of plan in one month',
    more: ['subscription.change'],
    story: {
      // Whole cents a day in January: whether what is left is a share of the price or of what was billed is a habit.
      plans: [monthlyPlan('basic', [fee('31.00')]), monthlyPlan('pro', [fee('62.00')])],
      subscriptions: [
        subscriptionOf('basic', '2026-01-01', {
          changes: counted.map((index) => ({
            on: addDays(localDate('2026-01-03'), index * 2),
            plan: index % 2 === 0 ? 'pro' : 'basic',
          })),
        }),
      ],
      until: '2026-02-15',
    },
  },
];

/** Acme and others; each has Basic from 1 January on. */
async function customersOf(world: World, count: number) {
  const session = await world.target(start);
  await session.publish(basic);
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const key = keyOf(world, number);
    const home = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
    const { id } = await session.createCustomer({ key, name: `Acme ${number}`, ...home });
    await order(session, key, id);
    ids.push(id);
  }
  return { session, ids };
}

function keyOf(world: World, number: number): string {
  return `${world.checkId}-${number}`;
}

function order(session: BillingSession, key: string, customerId: string) {
  const basicFrom = { plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
  return session.subscribe({ ...basicFrom, key: `${key}-order`, customerId });
}

describe('Where there are many of a kind, none is forgotten:', () => {
  for (const { title, more, story } of stories)
    check(
      `many ${title}`,
      {
        topic: 'order-to-cash',
        needs: ['clock', 'price.flat', ...more],
        tags: ['@edge', '@risk-high'],
        timeoutMs: 60_000,
      },
      async (world) => {
        await expectHistory(world, castHistory('Acme', story));
      },
    );

  check(
    'many customers are billed on one day, each once and under a number of its own',
    { topic: 'completeness', needs: ['clock', 'price.flat'], tags: ['@risk-high'], timeoutMs: 60_000 },
    async (world) => {
      const count = world.casesOf(requestsRemembered / 2 + 2);
      const { session, ids } = await customersOf(world, count);
      await session.advanceTo(localDate('2026-02-01'));
      const numbers = new Set<string>();
      for (const id of ids) {
        const invoices = await session.invoices(id);
        world.expectEqual(
          'days of the invoices of one of many',
          ['2026-01-01', '2026-02-01'],
          invoices.map(({ issueDate }) => issueDate),
        );
        for (const { number } of invoices) numbers.add(number);
      }
      world.expectEqual('numbers that were given', 2 * count, numbers.size);
      // So many requests later its key is as good as on the first day.
      await order(session, keyOf(world, 0), ids[0] ?? '');
      world.expectEqual('invoices of the first one', 2, (await session.invoices(ids[0] ?? '')).length);
      if (!world.can('export')) return;
      const rows = await session.exported('invoices');
      world.expectEqual('rows of the file of invoices', 2 * count, rows.length);
    },
  );

  check(
    'many units are sent one by one, and each is billed',
    { topic: 'usage', needs: ['clock', 'usage', 'price.flat', 'price.per-unit'], tags: ['@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('metered', [fee('30.00'), calls]);
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const count = world.casesOf(1_100);
      const events = Array.from({ length: count }, (_, number) => ({
        id: `${world.checkId}-${number}`,
        customerId,
        meter: 'calls',
        quantity: '1',
        at: instant('2026-01-01T12:00:00Z'),
      }));
      const results = [];
      for (let first = 0; first < count; first += 500)
        results.push(...(await session.sendUsage(events.slice(first, first + 500))));
      world.expectEqual(
        'events taken',
        count,
        results.filter(({ outcome }) => outcome === 'accepted').length,
      );
      await session.advanceTo(localDate('2026-02-01'));
      const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
      world.expectMoney({
        measure: 'usage billed',
        expected: moneyOf(BigInt(count), 'EUR'),
        actual: sumMoney(
          lines.filter(({ kind }) => kind === 'usage').map(({ net }) => net),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: `${count} calls at EUR 0.01.`,
      });
    },
  );
});

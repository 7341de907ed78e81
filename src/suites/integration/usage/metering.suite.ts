import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;

const zones = [
  { name: 'Berlin', timeZone: 'Europe/Berlin', country: 'DE' },
  { name: 'Los Angeles', timeZone: 'America/Los_Angeles', country: 'US' },
] as const;

/** One charge for each way of counting, each with a meter of its own. */
const charges = [
  fee('10.00'),
  metered('storage', unit('0.37'), { aggregation: 'max' }),
  metered('seats', unit('9.00'), { aggregation: 'unique', groupBy: ['site'] }),
  metered('level', unit('1.25'), { aggregation: 'last' }),
  metered(
    'orders',
    { kind: 'package', packageSize: '3', packagePrice: '2.00', freeUnits: '0' },
    { aggregation: 'count' },
  ),
  metered('calls', unit('0.015'), {
    included: '100',
    buckets: [
      { code: 'calls-day', where: {}, hours: { from: 8, to: 20 }, price: unit('0.02') },
      { code: 'calls-eu', where: { region: ['eu'] }, price: unit('0.01') },
      { code: 'calls-eu-or-us', where: { region: ['eu', 'us'] }, price: unit('0.05') },
    ],
  }),
];

const sites = ['north', 'south'];
const regions = ['eu', 'us', 'apac'];

/** Three months of readings of every meter, at odd hours, some of them on the border of a month. */
function readings() {
  const start = Date.parse('2026-03-05T03:00:00Z');
  return ['storage', 'seats', 'level', 'orders', 'calls'].flatMap((meter, row) =>
    Array.from({ length: 24 }, (_, index) => ({
      id: `${meter}-${index}`,
      meter,
      quantity: String(((index * 37 + row * 11) % 90) + 1),
      at: instant(new Date(start + (index * 89 + row * 7) * 3_600_000).toISOString()),
      subject: `user-${index % 5}`,
      operation: index % 7 === 6 ? ('remove' as const) : ('add' as const),
      properties: { site: sites[index % 2] ?? '', region: regions[index % 3] ?? '' },
    })),
  );
}

describe('Meters on the bill', () => {
  for (const { name, timeZone, country } of zones) {
    check(
      `Maximum, last value, unique count, count and buckets are billed to a customer in ${name} as the oracle says`,
      {
        topic: 'usage',
        needs: [
          'clock',
          'usage',
          'usage.aggregation',
          'usage.dimensions',
          'price.per-unit',
          'price.flat',
          'price.package',
          'price.allowance',
        ],
        tags: ['@risk-high'],
      },
      async (world) => {
        const history = customerHistory(
          { name: `Customer in ${name}`, country, currency: 'EUR', timeZone },
          {
            plans: [monthlyPlan('meters', charges)],
            subscriptions: [subscriptionOf('meters', '2026-03-05')],
            usage: readings(),
            until: '2026-06-10',
          },
        );
        await expectHistory(world, history);
      },
    );
  }

  check(
    'Usage that names a subscription is billed to that one only',
    { topic: 'usage', needs: ['clock', 'usage', 'price.per-unit'] },
    async (world) => {
      const first = subscriptionOf('metered', '2026-03-05', { key: 'first' });
      const second = subscriptionOf('metered', '2026-03-05', { key: 'second' });
      const use = (id: string, quantity: string, subscription: string) => ({
        id,
        meter: 'calls',
        quantity,
        subscription,
        at: instant('2026-03-20T10:00:00Z'),
      });
      const history = customerHistory(
        { name: 'Customer with two', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
        {
          plans: [monthlyPlan('metered', [metered('calls', unit('1.00'))])],
          subscriptions: [first, second],
          usage: [use('a', '3', 'first'), use('b', '50', 'second'), use('c', '700', 'first')],
          until: '2026-05-10',
        },
      );
      const { session, customer } = await expectHistory(world, history);
      const event = {
        id: `${world.checkId}-stranger`,
        customerId: customer.customerId,
        meter: 'calls',
        quantity: '1',
        at: instant('2026-05-09T10:00:00Z'),
      };
      const [result] = await session.sendUsage([{ ...event, subscriptionId: 'no-such-subscription' }]);
      world.expectEqual('usage of a subscription that nobody has', 'rejected', result?.outcome);
    },
  );

  for (const { name, timeZone, country } of [...zones, { name: 'London', timeZone: 'UTC', country: 'GB' }]) {
    check(
      `What a customer in ${name} used and cancelled within the hour is on the last bill, and on no later one`,
      {
        topic: 'usage',
        needs: ['clock', 'usage', 'price.per-unit', 'subscription.cancel'],
        tags: ['@risk-high'],
      },
      async (world) => {
        const cancelledOn = localDate('2026-02-01');
        const hours = { Berlin: '22', 'Los Angeles': '31', London: '23' }[name] ?? '23';
        const at = new Date(Date.parse('2026-01-31T00:30:00Z') + Number(hours) * 3_600_000).toISOString();
        const history = customerHistory(
          { name: `Customer in ${name}`, country, currency: 'EUR', timeZone },
          {
            plans: [monthlyPlan('metered', [metered('calls', unit('1.00'))])],
            subscriptions: [subscriptionOf('metered', '2026-01-31', { cancelledOn })],
            usage: [{ id: 'late-evening', meter: 'calls', quantity: '7', at: instant(at) }],
            until: '2026-04-15',
          },
        );
        await expectHistory(world, history);
      },
    );
  }

  check(
    'Corrections take usage of the period back, and never more than there was',
    { topic: 'usage', needs: ['clock', 'usage', 'usage.corrections', 'price.per-unit'] },
    async (world) => {
      const use = (id: string, quantity: string, at: string) => ({
        id,
        meter: 'calls',
        quantity,
        at: instant(at),
      });
      const history = customerHistory(
        { name: 'Customer with corrections', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
        {
          plans: [monthlyPlan('metered', [metered('calls', unit('1.00'))])],
          subscriptions: [subscriptionOf('metered', '2026-03-05')],
          usage: [
            use('a', '20', '2026-03-10T10:00:00Z'),
            use('b', '-25', '2026-03-11T10:00:00Z'),
            use('c', '20', '2026-04-10T10:00:00Z'),
            use('d', '-5.5', '2026-04-11T10:00:00Z'),
            use('e', '4', '2026-05-11T10:00:00Z'),
          ],
          until: '2026-06-10',
        },
      );
      await expectHistory(world, history);
    },
  );
});

describe('The minimum of a charge', () => {
  const plan = (name: string, minimum: string) =>
    monthlyPlan(name, [metered('calls', unit('1.00'), { minimum })]);

  check(
    'is topped up to the cent, and only for the days that were served',
    {
      topic: 'rating',
      needs: [
        'clock',
        'usage',
        'price.per-unit',
        'price.minimum',
        'subscription.cancel',
        'subscription.calendar',
      ],
    },
    async (world) => {
      const use = (id: string, quantity: string, at: string) => ({
        id,
        meter: 'calls',
        quantity,
        at: instant(at),
      });
      const history = customerHistory(
        { name: 'Customer with a minimum', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
        {
          plans: [plan('committed', '100.00')],
          subscriptions: [
            subscriptionOf('committed', '2026-01-13', {
              billing: 'calendar',
              cancelledOn: localDate('2026-05-18'),
            }),
          ],
          usage: [
            use('a', '3', '2026-01-20T10:00:00Z'),
            use('b', '99.995', '2026-02-10T10:00:00Z'),
            use('c', '250', '2026-03-10T10:00:00Z'),
            use('d', '1', '2026-05-10T10:00:00Z'),
          ],
          until: '2026-06-10',
        },
      );
      await expectHistory(world, history);
    },
  );

  check(
    'is owed in full for the last period before a planned downgrade',
    {
      topic: 'rating',
      needs: ['clock', 'usage', 'price.per-unit', 'price.minimum', 'subscription.change'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const { session, customerId, subscription } = await openContract(world, {
        customer: 'Acme',
        plan: plan('large', '100.00'),
        start: localDate('2026-05-01'),
      });
      await session.publish(plan('small', '10.00'));
      await session.advanceTo(localDate('2026-05-10'));
      const at = instant('2026-05-09T10:00:00Z');
      await session.sendUsage([{ id: `${world.checkId}-1`, customerId, meter: 'calls', quantity: '30', at }]);
      await session.changePlan(subscription.id, 'small', { kind: 'period-end' });
      await session.advanceTo(localDate('2026-07-01'));
      const invoices = await session.invoices(customerId);
      for (const [day, minor] of [
        ['2026-06-01', 100_00n],
        ['2026-07-01', 10_00n],
      ] as const) {
        const invoice = invoices.find(({ issueDate }) => issueDate === day);
        world.expectMoney({
          measure: 'invoice subtotal',
          expected: moneyOf(minor, 'EUR'),
          actual: invoice?.subtotal ?? moneyOf(0n, 'EUR'),
          nature: 'charge',
          customer: 'Acme',
          explanation: `${day}: 30 calls and what is missing to EUR 100.00 in May, nothing and EUR 10.00 in June.`,
        });
      }
    },
  );
});

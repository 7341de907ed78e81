import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { instant, localDate } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';
import { calls, versionsOfBasic } from './versions-of-basic.ts';

const needs = ['clock', 'price.flat', 'price.graduated', 'usage'] as const;
const quarter = { interval: { unit: 'month', count: 3 } } as const;

/** The first ten users of a quarter are free. */
const users = (unit: string) =>
  metered('users', {
    kind: 'graduated',
    tiers: [
      { upTo: '10', unit: '0', flat: '0' },
      { upTo: null, unit, flat: '0' },
    ],
  });
const old = monthlyPlan('club', [fee('90.00'), users('2.00')], quarter);
const renewed = monthlyPlan('club', [fee('120.00'), users('3.00')], {
  ...quarter,
  effectiveFrom: localDate('2026-05-15'),
});
const larger = monthlyPlan('large-club', [fee('182.00'), users('1.00')], quarter);

const may = localDate('2026-05-12');

const usage = [
  { id: 'april', meter: 'users', quantity: '15', at: instant('2026-04-20T10:00:00Z') },
  { id: 'june', meter: 'users', quantity: '25', at: instant('2026-06-10T10:00:00Z') },
];

describe('A quarter within which the plan gets a new version', () => {
  check(
    'is billed once, by the version with which it began',
    { topic: 'catalog', needs: [...needs, 'price.versions'], tags: ['@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [old, renewed],
          subscriptions: [subscriptionOf('club', '2026-04-01')],
          usage,
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '90.00'],
          ['2026-07-01', '180.00'],
        ],
        because: '40 users, of which 30 at EUR 2.00; the next quarter is charged EUR 120.00.',
      });
    },
  );

  check(
    'is left for another plan, and each plan bills the users of its own days',
    {
      topic: 'catalog',
      needs: [...needs, 'subscription.change', 'subscription.long-periods'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const changes = [{ on: localDate('2026-05-31'), plan: 'large-club' }];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('club', [fee('91.00'), users('2.00')], quarter), larger],
          subscriptions: [subscriptionOf('club', '2026-04-01', { changes })],
          usage,
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '91.00'],
          ['2026-05-31', '41.00'],
          ['2026-07-01', '197.00'],
        ],
        because:
          '31 of 91 days are left: -31.00, +62.00, and 5 users at 2.00; then 15 users at 1.00 and 182.00.',
      });
    },
  );
});

describe('A change of plan within a month', () => {
  const pro = (amount: string, effectiveFrom: string) =>
    monthlyPlan('pro', [fee(amount)], { effectiveFrom: localDate(effectiveFrom) });
  const plans = [
    monthlyPlan('basic', [fee('30.00')]),
    pro('60.00', '2020-01-01'),
    pro('90.00', '2026-04-15'),
    pro('120.00', '2026-04-25'),
  ];

  for (const [day, amount, because] of [
    ['2026-04-10', '21.00', '21 of 30 days at EUR 60.00 less EUR 30.00.'],
    ['2026-04-15', '32.00', '16 of 30 days at EUR 90.00 less EUR 30.00: the new price begins on the day.'],
    ['2026-04-20', '22.00', '11 of 30 days at EUR 90.00 less EUR 30.00.'],
    ['2026-04-25', '18.00', '6 of 30 days at EUR 120.00 less EUR 30.00.'],
  ] as const)
    check(
      `on ${day} takes the price of that day, not of the first of the month nor of its end`,
      {
        topic: 'catalog',
        needs: ['clock', 'price.flat', 'price.versions', 'subscription.change'],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const changes = [{ on: localDate(day), plan: 'pro' }];
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans,
            subscriptions: [subscriptionOf('basic', '2026-04-01', { changes })],
            until: '2026-05-01',
          }),
          bills: [
            ['2026-04-01', '30.00'],
            [day, amount],
            ['2026-05-01', '120.00'],
          ],
          because,
        });
      },
    );
});

/** Basic as it is until May, and from then on; what is not named stays. */
const laterCharges: readonly {
  readonly title: string;
  readonly before: readonly Charge[];
  readonly after: readonly Charge[];
}[] = [
  {
    title: 'a fee more',
    before: [fee('30.00')],
    after: [fee('30.00'), fee('5.00', 'support')],
  },
  {
    title: 'a fee less',
    before: [fee('30.00'), fee('5.00', 'support')],
    after: [fee('30.00')],
  },
  {
    title: 'a fee more that is charged afterwards',
    before: [fee('30.00')],
    after: [fee('30.00'), { ...fee('5.00', 'support'), timing: 'arrears' } as Charge],
  },
  {
    title: 'a fee that was charged ahead, and is charged afterwards',
    before: [fee('30.00'), fee('5.00', 'support')],
    after: [fee('30.00'), { ...fee('5.00', 'support'), timing: 'arrears' } as Charge],
  },
  {
    title: 'usage that was not charged before',
    before: [fee('30.00')],
    after: [fee('30.00'), calls('0.10')],
  },
  {
    title: 'usage that is not charged any more',
    before: [fee('30.00'), calls('0.10')],
    after: [fee('30.00')],
  },
  {
    title: 'a fee in the place of another one',
    before: [fee('30.00')],
    after: [fee('40.00', 'new fee')],
  },
];

describe('A later version with other charges', () => {
  for (const { title, before, after } of laterCharges)
    for (const [who, subscription] of [
      ['who has the plan', subscriptionOf('basic', '2026-03-10')],
      [
        'who changes to it then',
        subscriptionOf('other', '2026-03-10', { changes: [{ on: may, plan: 'basic' }] }),
      ],
      [
        'who ends soon after',
        subscriptionOf('basic', '2026-03-10', { cancelledOn: localDate('2026-05-25') }),
      ],
    ] as const)
      check(
        `such as ${title}, is charged so from the next period on to ${who}`,
        {
          topic: 'catalog',
          needs: [
            ...([
              'clock',
              'price.flat',
              'price.per-unit',
              'price.versions',
              'price.several-fees',
              'usage',
            ] as const),
            ...(['subscription.change', 'subscription.cancel'] as const),
          ],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          await expectHistory(
            world,
            versionsOfBasic({
              versions: [{ charges: before }, { charges: after, effectiveFrom: localDate('2026-05-01') }],
              subscription,
              usedOn: ['2026-04-20', '2026-05-05', '2026-05-20', '2026-06-20'],
              until: '2026-07-15',
            }),
          );
        },
      );
});

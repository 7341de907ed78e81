import { describe } from 'vitest';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const tags = ['@edge', '@risk-high'];
const flat = (amount: string) => ({ kind: 'flat', amount }) as const;
const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;

const basic = monthlyPlan('basic', [fee('30.00')]);
const april = localDate('2026-04-01');
const changing = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.several-fees',
  'subscription.quantity',
  'subscription.change',
  'subscription.negotiated-change',
] as const;

/** EUR 60.00, EUR 10.00 a seat and EUR 15.00. */
const pro = monthlyPlan('pro', [
  fee('60.00'),
  { kind: 'recurring', code: 'seats', timing: 'advance', price: unit('10.00') },
  fee('15.00', 'support'),
]);
const both = [
  { charge: 'fee', price: flat('45.00') },
  { charge: 'seats', price: unit('8.00') },
] as const;

/** Acme has Basic, EUR 30.00, with three seats, since 1 April. */
async function basicWithSeats(world: World): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(pro);
  const order = { quantity: '3' };
  return openContract(world, { customer: 'Acme', plan: basic, start: april, session, order });
}

async function change(
  { session, subscription }: OpenContract,
  day: string,
  of: { readonly plan: string; readonly negotiated: typeof both | readonly (typeof supportOnly)[] },
): Promise<void> {
  const date = localDate(day);
  await session.advanceTo(date);
  await session.changePlanAtPrice(subscription.id, { ...of, timing: { kind: 'date', date } });
}

const supportOnly = { charge: 'support', price: flat('5.00') } as const;

describe('Several prices that are agreed with a change of plan', () => {
  check('all hold from that day on', { topic: 'catalog', needs: changing, tags }, async (world) => {
    const contract = await basicWithSeats(world);
    await change(contract, '2026-04-16', { plan: 'pro', negotiated: both });
    await expectNetByDay(world, contract, {
      net: [
        ['2026-04-16', '57.00'],
        ['2026-05-15', '141.00'],
        ['2026-06-01', '225.00'],
      ],
      because:
        'EUR 30.00, half of it given back, and half of EUR 45.00, three times EUR 8.00, and EUR 15.00 as listed.',
    });
  });

  check(
    'all hold when it is told for the end of the period',
    { topic: 'catalog', needs: changing, tags },
    async (world) => {
      const contract = await basicWithSeats(world);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-16'));
      const timing = { kind: 'period-end' } as const;
      await session.changePlanAtPrice(subscription.id, { plan: 'pro', timing, negotiated: both });
      await expectNetByDay(world, contract, {
        net: [
          ['2026-04-30', '30.00'],
          ['2026-05-01', '114.00'],
          ['2026-06-01', '198.00'],
        ],
        because: 'April at EUR 30.00; then EUR 45.00, three times EUR 8.00, and EUR 15.00 as listed.',
      });
    },
  );

  check(
    'give way to what is agreed when the plan is taken again',
    { topic: 'catalog', needs: changing, tags },
    async (world) => {
      const contract = await basicWithSeats(world);
      const { session, subscription } = contract;
      await change(contract, '2026-04-16', { plan: 'pro', negotiated: both });
      const back = localDate('2026-06-16');
      await session.advanceTo(back);
      await session.changePlan(subscription.id, 'basic', { kind: 'date', date: back });
      await change(contract, '2026-09-16', { plan: 'pro', negotiated: [supportOnly] });
      await expectNetByDay(world, contract, {
        net: [
          ['2026-09-16', '320.50'],
          ['2026-10-01', '415.50'],
        ],
        because:
          'EUR 225.00 up to June, of which half of EUR 84.00 is given back for half of EUR 30.00; Basic up to September, of which EUR 15.00 are given back; then EUR 60.00, three times EUR 10.00, and EUR 5.00 for the support.',
      });
    },
  );
});

/** Acme has Basic from 10 April on, which is billed on the 10th; Pro, with two seats, joins it on the 25th: 15 of 30 days. */
const sharing: readonly {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly order: Partial<NewSubscription>;
  readonly net: readonly NetOnDay[];
  readonly because: string;
}[] = [
  {
    title: 'has the seats of its order',
    more: [],
    order: {},
    net: [
      ['2026-04-25', '77.50'],
      ['2026-05-10', '202.50'],
    ],
    because: 'EUR 60.00, twice EUR 10.00 and EUR 15.00: half of them, and then all.',
  },
  {
    title: 'has the prices that were agreed',
    more: ['subscription.negotiated'],
    order: { negotiated: both },
    net: [
      ['2026-04-25', '68.00'],
      ['2026-05-10', '174.00'],
      ['2026-06-10', '280.00'],
    ],
    because: 'EUR 45.00, twice EUR 8.00 and EUR 15.00: half of them, and then all.',
  },
  {
    title: 'pays after its trial, up to that day at first',
    more: ['subscription.trial'],
    order: { trialDays: 5 },
    net: [
      ['2026-04-29', '30.00'],
      ['2026-05-09', '61.67'],
      ['2026-05-10', '186.67'],
    ],
    because:
      '10 of the 30 days up to 10 May: EUR 20.00, EUR 6.67 and EUR 5.00; then EUR 95.00 and EUR 30.00.',
  },
];

describe('What joins the bill day of a customer', () => {
  for (const { title, more, order, net, because } of sharing)
    check(
      title,
      {
        topic: 'catalog',
        needs: [
          'clock',
          'price.flat',
          'price.per-unit',
          'price.several-fees',
          'subscription.quantity',
          'subscription.bill-day-shared',
          ...(more ?? []),
        ],
        tags,
      },
      async (world) => {
        const shared = { sharesBillDay: true } as const;
        const start = localDate('2026-04-10');
        const contract = await openContract(world, { customer: 'Acme', plan: basic, start, order: shared });
        await contract.session.publish(pro);
        const day = localDate('2026-04-25');
        await contract.session.advanceTo(day);
        await orderFor(world, contract, { plan: 'pro', quantity: '2', start: day, ...shared, ...order });
        await expectNetByDay(world, contract, { net, because });
      },
    );
});

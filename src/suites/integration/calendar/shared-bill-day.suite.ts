import { describe } from 'vitest';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { instant, localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'subscription.bill-day-shared'] as const;
const terms = { topic: 'calendar', needs, tags: ['@edge', '@risk-high'] } as const;
const shared = { sharesBillDay: true } as const;

/**
 * Acme has Basic, EUR 30.00, from 10 April on, which is billed on the 10th: a day up to 10 May is EUR 1.00 of it. Pro is EUR 60.00
 * and Metered EUR 1.00 a call.
 */
async function basicFromThe10th(
  world: World,
  { customer = 'Acme', order = shared }: { customer?: string; order?: Partial<NewSubscription> } = {},
): Promise<OpenContract> {
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer, plan, start: localDate('2026-04-10'), order });
  await contract.session.publish(monthlyPlan('pro', [fee('60.00')]));
  await contract.session.publish(
    monthlyPlan('metered', [metered('calls', { kind: 'per-unit', unit: '1.00' })]),
  );
  return contract;
}

/** Pro is ordered on its first day, unless something else is said. */
async function orders(
  world: World,
  contract: OpenContract,
  order: Partial<NewSubscription> & { readonly on: string },
) {
  const { on, ...rest } = order;
  const start = localDate(on);
  await contract.session.advanceTo(start);
  return orderFor(world, contract, { plan: 'pro', start, ...shared, ...rest });
}

interface Case {
  readonly title: string;
  readonly more?: CheckOptions['needs'];
  readonly customer?: string;
  /** How Basic is ordered. */
  readonly order?: Partial<NewSubscription>;
  readonly act: (world: World, contract: OpenContract) => Promise<unknown>;
  readonly net: readonly NetOnDay[];
  readonly because: string;
}

const half: readonly NetOnDay[] = [
  ['2026-04-25', '60.00'],
  ['2026-05-09', '60.00'],
  ['2026-05-10', '150.00'],
  ['2026-06-10', '240.00'],
];

const cases: readonly Case[] = [
  {
    title: 'is billed up to it at first, and then with the others',
    act: (world, contract) => orders(world, contract, { on: '2026-04-25' }),
    net: half,
    because: '15 of 30 days of Pro are EUR 30.00.',
  },
  {
    title: 'goes by it west of Greenwich, too',
    customer: 'Globex',
    act: (world, contract) => orders(world, contract, { on: '2026-04-25' }),
    net: half,
    because: '15 of 30 days of Pro are EUR 30.00.',
  },
  {
    title: 'goes by it also when it begins earlier in a month',
    act: (world, contract) => orders(world, contract, { on: '2026-05-04' }),
    net: [
      ['2026-05-04', '42.00'],
      ['2026-05-10', '132.00'],
      ['2026-06-10', '222.00'],
    ],
    because: '6 of 30 days of Pro are EUR 12.00.',
  },
  {
    title: 'is charged in full when it begins on it',
    act: (world, contract) => orders(world, contract, { on: '2026-05-10' }),
    net: [
      ['2026-05-10', '120.00'],
      ['2026-06-10', '210.00'],
    ],
    because: 'EUR 30.00, and EUR 90.00 for each month of both.',
  },
  {
    title: 'goes by it as the third one, too',
    act: async (world, contract) => {
      await orders(world, contract, { on: '2026-04-25' });
      await orders(world, contract, { on: '2026-04-30', plan: 'basic' });
    },
    net: [
      ['2026-04-30', '70.00'],
      ['2026-05-09', '70.00'],
      ['2026-05-10', '190.00'],
    ],
    because: '15 of 30 days of Pro are EUR 30.00, 10 of Basic EUR 10.00.',
  },
  {
    title: 'goes by it also when the first one is gone',
    more: ['subscription.cancel'],
    act: async (world, contract) => {
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-20'));
      await session.cancel(subscription.id, { kind: 'date', date: localDate('2026-04-20') });
      await orders(world, contract, { on: '2026-04-25' });
    },
    net: [
      ['2026-04-25', '40.00'],
      ['2026-05-10', '100.00'],
    ],
    because: '10 days of Basic are EUR 10.00, 15 of 30 days of Pro EUR 30.00.',
  },
  {
    title: 'keeps it through a change of plan',
    more: ['subscription.change'],
    act: async (world, contract) => {
      const { id } = await orders(world, contract, { on: '2026-04-25' });
      const date = localDate('2026-05-01');
      await contract.session.advanceTo(date);
      await contract.session.changePlan(id, 'basic', { kind: 'date', date });
    },
    net: [
      ['2026-05-01', '51.00'],
      ['2026-05-10', '111.00'],
    ],
    because: '9 of 30 days: EUR 18.00 given back, EUR 9.00 charged.',
  },
  {
    title: 'is not moved by one that has a bill day to itself',
    order: {},
    act: async (world, contract) => {
      await orders(world, contract, { on: '2026-04-12' });
      await orders(world, contract, { on: '2026-04-27', plan: 'basic' });
    },
    net: [
      ['2026-04-27', '105.00'],
      ['2026-05-10', '135.00'],
      ['2026-05-12', '225.00'],
    ],
    because: 'Basic goes by the 10th alone. Pro is the first to share its day, the 12th: 15 of 30 days.',
  },
  {
    title: 'counts what is used up to it',
    more: ['usage', 'price.per-unit'],
    act: async (world, contract) => {
      const { session, customerId } = contract;
      await orders(world, contract, { on: '2026-04-25', plan: 'metered' });
      const used = [
        ['april', '7', '2026-04-28T12:00:00Z'],
        ['may', '5', '2026-05-20T12:00:00Z'],
      ] as const;
      for (const [id, quantity, at] of used) {
        await session.advanceTo(localDate(at.slice(0, 10)));
        await session.sendUsage([
          { id: `${world.checkId}-${id}`, customerId, meter: 'calls', quantity, at: instant(at) },
        ]);
      }
    },
    net: [
      ['2026-05-20', '67.00'],
      ['2026-06-10', '102.00'],
    ],
    because: '7 calls up to 10 May, 5 up to 10 June.',
  },
];

describe('What shares the bill day of a customer', () => {
  for (const { title, more = [], net, because, act, ...told } of cases)
    check(title, { ...terms, needs: [...needs, ...more] }, async (world) => {
      const contract = await basicFromThe10th(world, told);
      await act(world, contract);
      await expectNetByDay(world, contract, { net, because });
    });
});

import { describe } from 'vitest';
import type { Charge, PlanVersion } from '../../../model/billing/catalog.ts';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';

const needs = ['clock', 'price.flat', 'subscription.cancel', 'subscription.cancel-period'] as const;
const tags = ['@edge', '@risk-high'];

const seats: Charge = {
  kind: 'recurring',
  code: 'seats',
  timing: 'advance',
  price: { kind: 'per-unit', unit: '10.00' },
};

interface Case {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly start?: string;
  readonly plan?: PlanVersion;
  readonly order?: Partial<NewSubscription>;
  readonly before?: (contract: OpenContract) => Promise<unknown>;
  readonly leavesOn: string;
  /** The first day that is not served. */
  readonly end: string;
  readonly net: readonly NetOnDay[];
  readonly because: string;
}

/** Basic for EUR 30.00 a month, from 1 April on unless something else is said. */
const cases: readonly Case[] = [
  {
    title: 'the very first one',
    more: [],
    leavesOn: '2026-04-20',
    end: '2026-04-01',
    net: [
      ['2026-04-20', '0.00'],
      ['2026-06-15', '0.00'],
    ],
    because: 'Nothing is left to pay for.',
  },
  {
    title: 'the second one',
    more: [],
    leavesOn: '2026-05-20',
    end: '2026-05-01',
    net: [
      ['2026-05-20', '30.00'],
      ['2026-06-15', '30.00'],
    ],
    because: 'April stays.',
  },
  {
    title: 'the shortest of the year',
    more: [],
    start: '2026-01-01',
    leavesOn: '2026-02-10',
    end: '2026-02-01',
    net: [
      ['2026-02-10', '30.00'],
      ['2026-04-15', '30.00'],
    ],
    because: 'January stays as it is, all 31 days of it.',
  },
  {
    title: 'that began in the middle of the month',
    more: ['subscription.calendar'],
    start: '2026-04-16',
    order: { billing: 'calendar' },
    leavesOn: '2026-04-20',
    end: '2026-04-16',
    net: [
      ['2026-04-20', '0.00'],
      ['2026-06-15', '0.00'],
    ],
    because: 'The half of April that was charged is given back.',
  },
  {
    title: 'in which the plan was changed, and the days of the old one stay',
    more: ['subscription.change'],
    before: async ({ session, subscription }) => {
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'pro', { kind: 'date', date });
    },
    leavesOn: '2026-04-20',
    end: '2026-04-16',
    net: [
      ['2026-04-20', '15.00'],
      ['2026-06-15', '15.00'],
    ],
    because: 'Half of April at EUR 30.00; what the new plan cost is given back.',
  },
  {
    title: 'after a trial, which was served',
    more: ['subscription.trial'],
    order: { trialDays: 10 },
    leavesOn: '2026-04-20',
    end: '2026-04-11',
    net: [
      ['2026-04-20', '0.00'],
      ['2026-06-15', '0.00'],
    ],
    because: 'The trial was free, and what was charged after it is given back.',
  },
  {
    title: 'while it is free',
    more: ['subscription.trial'],
    order: { trialDays: 10 },
    leavesOn: '2026-04-05',
    end: '2026-04-01',
    net: [
      ['2026-04-05', '0.00'],
      ['2026-06-15', '0.00'],
    ],
    because: 'Nothing was charged yet, and nothing will be.',
  },
  {
    title: 'on the first day after a trial, which was served',
    more: ['subscription.trial'],
    order: { trialDays: 10 },
    leavesOn: '2026-04-11',
    end: '2026-04-11',
    net: [
      ['2026-04-11', '0.00'],
      ['2026-06-15', '0.00'],
    ],
    because: 'The trial was free, and what was charged on the day after it is given back.',
  },
  {
    title: 'of a quarter, though only some days of it are over',
    more: ['subscription.long-periods'],
    plan: monthlyPlan('basic', [fee('90.00')], { interval: { unit: 'month', count: 3 } }),
    leavesOn: '2026-08-20',
    end: '2026-07-01',
    net: [
      ['2026-08-20', '90.00'],
      ['2026-11-15', '90.00'],
    ],
    because: 'The quarter up to July stays.',
  },
  {
    title: 'of several seats, at prices that were agreed',
    more: ['price.per-unit', 'price.several-fees', 'subscription.quantity', 'subscription.negotiated'],
    plan: monthlyPlan('basic', [fee('30.00'), seats]),
    order: {
      quantity: '4',
      negotiated: [
        { charge: 'seats', price: { kind: 'per-unit', unit: '8.00' } },
        { charge: 'fee', price: { kind: 'flat', amount: '24.00' } },
      ],
    },
    leavesOn: '2026-05-20',
    end: '2026-05-01',
    net: [
      ['2026-05-20', '56.00'],
      ['2026-06-15', '56.00'],
    ],
    because: 'April stays: EUR 24.00 and four times EUR 8.00.',
  },
  {
    title: 'of which a part is charged afterwards, and now never is',
    more: ['price.several-fees'],
    plan: monthlyPlan('basic', [fee('30.00'), { ...fee('15.00', 'support'), timing: 'arrears' } as Charge]),
    leavesOn: '2026-05-20',
    end: '2026-05-01',
    net: [
      ['2026-05-20', '45.00'],
      ['2026-06-15', '45.00'],
    ],
    because: 'April stays, EUR 30.00 before and EUR 15.00 after it.',
  },
  {
    title: 'of more seats than the one before it had',
    more: ['price.per-unit', 'subscription.quantity'],
    plan: monthlyPlan('basic', [seats]),
    order: { quantity: '3' },
    before: async ({ session, subscription }) => {
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.changeQuantity(subscription.id, '8', { kind: 'date', date });
    },
    leavesOn: '2026-05-20',
    end: '2026-05-01',
    net: [
      ['2026-05-20', '55.00'],
      ['2026-06-15', '55.00'],
    ],
    because: 'April stays, half of it with three seats at EUR 10.00 and half with eight.',
  },
];

describe('Who leaves and takes back the period that runs,', () => {
  for (const { title, more, start = '2026-04-01', net, because, ...told } of cases)
    check(title, { topic: 'proration', needs: [...needs, ...more], tags }, async (world) => {
      const { plan = monthlyPlan('basic', [fee('30.00')]) } = told;
      const contract = await openContract(world, {
        customer: 'Acme',
        plan,
        start: localDate(start),
        order: told.order ?? {},
      });
      const { session, subscription } = contract;
      await session.publish(monthlyPlan('pro', [fee('60.00')]));
      await told.before?.(contract);
      await session.advanceTo(localDate(told.leavesOn));
      await session.cancelRunningPeriod(subscription.id);
      const { end } = await session.subscription(subscription.id);
      world.expectEqual('first day that is not served', told.end, end);
      await expectNetByDay(world, contract, { net, because });
    });
});

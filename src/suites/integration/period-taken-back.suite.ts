import { describe } from 'vitest';
import type { Charge } from '../../model/billing/catalog.ts';
import type { NewSubscription } from '../../model/billing/subscription.ts';
import { localDate } from '../../model/date.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';

const needs = ['clock', 'price.flat', 'subscription.cancel', 'subscription.cancel-period'] as const;
const tags = ['@edge', '@risk-high'];
const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };

interface Case {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly start?: string;
  readonly charges?: readonly Charge[];
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
    title: 'that began with the end of a trial, and the setup fee stays',
    more: ['subscription.calendar', 'subscription.trial', 'price.one-off'],
    charges: [setup, fee('30.00')],
    order: { billing: 'calendar', trialDays: 10 },
    leavesOn: '2026-04-20',
    end: '2026-04-11',
    net: [
      ['2026-04-20', '99.00'],
      ['2026-06-15', '99.00'],
    ],
    because: 'The setup fee alone: the trial was served, and the 20 days after it are given back.',
  },
];

describe('Who leaves and takes back the period that runs,', () => {
  for (const { title, more, start = '2026-04-01', charges = [fee('30.00')], net, because, ...told } of cases)
    check(title, { topic: 'proration', needs: [...needs, ...more], tags }, async (world) => {
      const plan = monthlyPlan('basic', charges);
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

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { expectNetByDay } from '../../../scenario/situations/billed-in-all.ts';
import { basicFromFirstOfApril } from '../../../scenario/situations/moved-bill-day.ts';

const needs = ['clock', 'price.flat', 'subscription.change', 'subscription.bill-day-change'] as const;
const tags = ['@edge', '@risk-high'];

describe('A bill day that comes with a change of plan', () => {
  for (const { title, billDay, net, because } of [
    {
      title: 'begins a whole period on the day of the change',
      billDay: 16,
      net: [
        ['2026-04-16', '75.00'],
        ['2026-05-15', '75.00'],
        ['2026-05-16', '135.00'],
      ],
      because: 'Half of April at EUR 30.00, then EUR 60.00 on the 16th of each month.',
    },
    {
      title: 'and is later has the days up to it charged first',
      billDay: 20,
      net: [
        ['2026-04-16', '22.74'],
        ['2026-04-20', '82.74'],
        ['2026-05-19', '82.74'],
        ['2026-05-20', '142.74'],
      ],
      because: 'Half of April, 4 of the 31 days before 20 April at EUR 60.00, then EUR 60.00 on the 20th.',
    },
  ] as const)
    check(title, { topic: 'calendar', needs, tags }, async (world) => {
      const contract = await basicFromFirstOfApril(world);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-16'));
      const change = {
        plan: 'pro',
        timing: { kind: 'date', date: localDate('2026-04-16') } as const,
        billDay,
      };
      await session.changePlanAndBillDay(subscription.id, change);
      await expectNetByDay(world, contract, { net, because });
    });
});

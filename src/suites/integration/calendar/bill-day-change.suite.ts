import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { expectNetByDay } from '../../../scenario/situations/billed-in-all.ts';
import { basicFromFirstOfApril } from '../../../scenario/situations/moved-bill-day.ts';

const needs = ['clock', 'price.flat', 'subscription.change', 'subscription.bill-day-change'] as const;
const tags = ['@edge', '@risk-high'];

describe('A bill day that comes with a change of plan', () => {
  for (const { title, toldOn, billDay, net, because } of [
    {
      title: 'begins a whole period on the day of the change',
      toldOn: '2026-04-16',
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
      toldOn: '2026-04-16',
      billDay: 20,
      net: [
        ['2026-04-16', '22.74'],
        ['2026-04-20', '82.74'],
        ['2026-05-19', '82.74'],
        ['2026-05-20', '142.74'],
      ],
      because: 'Half of April, 4 of the 31 days before 20 April at EUR 60.00, then EUR 60.00 on the 20th.',
    },
    {
      title: 'begins its whole period on that day, also when it is told two days later',
      toldOn: '2026-04-18',
      billDay: 16,
      net: [
        ['2026-04-18', '75.00'],
        ['2026-05-15', '75.00'],
        ['2026-05-16', '135.00'],
      ],
      because: 'Half of April at EUR 30.00, then EUR 60.00 on the 16th of each month.',
    },
    {
      title: 'and is later stays so, also when it is told two days after the change',
      toldOn: '2026-04-18',
      billDay: 20,
      net: [
        ['2026-04-18', '22.74'],
        ['2026-04-20', '82.74'],
        ['2026-05-19', '82.74'],
        ['2026-05-20', '142.74'],
      ],
      because: 'Half of April, 4 of the 31 days before 20 April at EUR 60.00, then EUR 60.00 on the 20th.',
    },
    {
      title: 'and is later is kept for the day of a change that is told before',
      toldOn: '2026-04-10',
      billDay: 20,
      net: [
        ['2026-04-15', '30.00'],
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
      await session.advanceTo(localDate(toldOn));
      const change = {
        plan: 'pro',
        timing: { kind: 'date', date: localDate('2026-04-16') } as const,
        billDay,
      };
      await session.changePlanAndBillDay(subscription.id, change);
      await expectNetByDay(world, contract, { net, because });
    });
});

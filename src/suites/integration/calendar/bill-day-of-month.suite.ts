import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { monthsAfter } from '../../../oracle/time/calendar.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll, expectNetByDay } from '../../../scenario/situations/billed-in-all.ts';
import { basicFromFirstOfApril, moveBillDay } from '../../../scenario/situations/moved-bill-day.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';

const needs = ['clock', 'price.flat'] as const;
const tags = ['@edge', '@risk-high'];
const twoDigits = (day: number) => String(day).padStart(2, '0');

/** That day of each month, or the last one of a month that is shorter; January 2026 has them all. */
function daysFrom(first: string, day: number, until: string): readonly LocalDate[] {
  const inJanuary = localDate(`2026-01-${twoDigits(day)}`);
  const days = Array.from({ length: 24 }, (_, month) => monthsAfter(inJanuary, month));
  return days.filter((each) => first <= each && each <= until);
}

/** A year and a February later. */
const until = '2027-03-31';

describe('A bill day that is moved on 10 April', () => {
  for (const { day, first } of [
    { day: 2, first: '2026-05-02' },
    { day: 9, first: '2026-05-09' },
    { day: 10, first: '2026-04-10' },
    { day: 28, first: '2026-04-28' },
    { day: 29, first: '2026-04-29' },
    { day: 30, first: '2026-04-30' },
  ])
    check(
      `to the ${day} of the month is that one in every month that has it`,
      { topic: 'calendar', needs: [...needs, 'subscription.bill-day'], tags },
      async (world) => {
        const contract = await basicFromFirstOfApril(world);
        const { session, customerId } = contract;
        await moveBillDay(contract, { day, from: '2026-04-10' });
        await session.advanceTo(localDate(until));
        const moved = daysFrom(first, day, until);
        const before = ['2026-04-01', '2026-05-01'].filter((each) => each < first);
        const found = (await session.invoices(customerId)).map(({ issueDate }) => issueDate);
        world.expectEqual('days of the bills', [...before, ...moved], found);
        if (before.length > 1) return;
        // The first bill comes down to the days before: EUR 1.00 each in April.
        await expectBilledInAll(world, contract, {
          net: `${day - 1 + moved.length * 30}.00`,
          because: `${day - 1} of 30 days of April, then EUR 30.00 on each of ${moved.length} days.`,
        });
      },
    );
});

describe('A bill day that is moved in February', () => {
  for (const day of [28, 29, 30, 31])
    check(
      `to the ${day} of the month begins with its last day, and is the ${day} where there is one`,
      { topic: 'calendar', needs: [...needs, 'subscription.bill-day'], tags },
      async (world) => {
        const contract = await basicFromFirstOfApril(world);
        const { session, customerId } = contract;
        await session.advanceTo(localDate('2027-02-10'));
        await moveBillDay(contract, { day, from: '2027-02-10' });
        await session.advanceTo(localDate('2027-07-15'));
        const days = (await session.invoices(customerId)).map(({ issueDate }) => issueDate);
        world.expectEqual(
          'days of the bills since',
          daysFrom('2027-02-28', day, '2027-07-15'),
          days.filter((issueDate) => issueDate > '2027-02-10'),
        );
      },
    );
});

describe('A bill day that is moved', () => {
  for (const { title, move, net, because } of [
    {
      title: 'on the very first day of the subscription',
      move: { day: 10, from: '2026-04-01' },
      net: [
        ['2026-04-09', '30.00'],
        ['2026-04-10', '39.00'],
        ['2026-05-09', '39.00'],
        ['2026-05-10', '69.00'],
      ],
      because: '9 of 30 days of April, then EUR 30.00 on the 10th of each month.',
    },
    {
      title: 'on the first day of a later month',
      move: { day: 16, from: '2026-05-01' },
      net: [
        ['2026-05-15', '60.00'],
        ['2026-05-16', '74.52'],
        ['2026-06-15', '74.52'],
        ['2026-06-16', '104.52'],
      ],
      because: '15 of 31 days of May, then EUR 30.00 on the 16th of each month.',
    },
    {
      title: 'on the last day of a month, to that day',
      move: { day: 30, from: '2026-04-30' },
      net: [
        ['2026-04-29', '30.00'],
        ['2026-04-30', '59.00'],
        ['2026-05-29', '59.00'],
        ['2026-05-30', '89.00'],
      ],
      because: '29 of 30 days of April, then EUR 30.00 on the 30th of each month.',
    },
    {
      title: 'on the day before it',
      move: { day: 16, from: '2026-04-15' },
      net: [
        ['2026-04-15', '30.00'],
        ['2026-04-16', '45.00'],
        ['2026-05-16', '75.00'],
      ],
      because: 'Half of April, then EUR 30.00 on the 16th of each month.',
    },
  ] as const)
    check(
      `${title} is billed on it from then on`,
      { topic: 'calendar', needs: [...needs, 'subscription.bill-day'], tags },
      async (world) => {
        const contract = await basicFromFirstOfApril(world);
        await moveBillDay(contract, move);
        const days = net.filter(([day]) => day >= move.from);
        await expectNetByDay(world, contract, { net: days, because });
      },
    );
});

describe('A bill day that comes with a change of plan on 16 April', () => {
  for (const day of [29, 31])
    check(
      `and is the ${day} is the last of a month that is shorter`,
      {
        topic: 'calendar',
        needs: [...needs, 'subscription.change', 'subscription.bill-day-change'],
        tags,
      },
      async (world) => {
        const { session, customerId, subscription } = await basicFromFirstOfApril(world);
        const date = localDate('2026-04-16');
        await session.advanceTo(date);
        const timing = { kind: 'date', date } as const;
        await session.changePlanAndBillDay(subscription.id, { plan: 'pro', timing, billDay: day });
        await session.advanceTo(localDate(until));
        const found = (await session.invoices(customerId)).map(({ issueDate }) => issueDate);
        const expected = ['2026-04-01', date, ...daysFrom('2026-04-17', day, until)];
        world.expectEqual('days of the bills', expected, found);
      },
    );
});

describe('A bill day that is shared and is the 31st', () => {
  check(
    'is the last of February for what joins it, and the 31st again after that',
    { topic: 'calendar', needs: [...needs, 'subscription.bill-day-shared'], tags },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const start = localDate('2026-01-31');
      const shared = { sharesBillDay: true } as const;
      const contract = await openContract(world, { customer: 'Acme', plan, start, order: shared });
      await contract.session.publish(monthlyPlan('club', [fee('56.00')]));
      const joins = localDate('2026-02-10');
      await contract.session.advanceTo(joins);
      await orderFor(world, contract, { plan: 'club', start: joins, ...shared });
      await expectNetByDay(world, contract, {
        net: [
          ['2026-02-10', '66.00'],
          ['2026-02-27', '66.00'],
          ['2026-02-28', '152.00'],
          ['2026-03-30', '152.00'],
          ['2026-03-31', '238.00'],
          ['2026-04-30', '324.00'],
        ],
        because: '18 of the 28 days up to 28 February at EUR 56.00; then EUR 86.00 a month for both.',
      });
    },
  );
});

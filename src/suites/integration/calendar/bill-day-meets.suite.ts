import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { basicFromFirstOfApril, moveBillDay } from '../../../scenario/situations/moved-bill-day.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';

type Deed = (contract: OpenContract) => Promise<unknown>;

const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;
const seats =
  (quantity: string, date: string): Deed =>
  ({ session, subscription }) =>
    session.changeQuantity(subscription.id, quantity, on(date));
const move =
  (day: number, from: string): Deed =>
  (contract) =>
    moveBillDay(contract, { day, from });

/** A seat is EUR 30.00 a month, EUR 1.00 a day in April and in the 30 days from 16 April on. */
const stories: readonly {
  readonly title: string;
  readonly needs: NonNullable<CheckOptions['needs']>;
  /** Each with the day on which it is told. */
  readonly deeds: readonly (readonly [day: string, deed: Deed])[];
  readonly net: readonly NetOnDay[];
  readonly because: string;
}[] = [
  {
    title: 'While it is paused: nothing is billed before it goes on, and then in the new periods',
    needs: ['subscription.pause'],
    deeds: [
      ['2026-04-11', ({ session, subscription }) => session.pause(subscription.id, on('2026-04-11'))],
      ['2026-04-12', move(15, '2026-04-12')],
      ['2026-05-20', ({ session, subscription }) => session.resume(subscription.id, on('2026-05-20'))],
    ],
    net: [
      ['2026-05-19', '10.00'],
      ['2026-05-20', '35.16'],
      ['2026-06-14', '35.16'],
      ['2026-06-15', '65.16'],
    ],
    because: 'Ten days of April; 26 of the 31 days from 15 May on; then EUR 30.00 on the 15th.',
  },
  {
    title: 'And paused after it: what is left of the new period is given back',
    needs: ['subscription.pause'],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      ['2026-05-01', ({ session, subscription }) => session.pause(subscription.id, on('2026-05-01'))],
    ],
    net: [
      ['2026-04-30', '45.00'],
      ['2026-05-01', '30.00'],
      ['2026-06-20', '30.00'],
    ],
    because: 'Half of April, and 15 of the 30 days from 16 April on.',
  },
  {
    title: 'After other seats in the period',
    needs: ['subscription.quantity'],
    deeds: [
      ['2026-04-11', seats('2', '2026-04-11')],
      ['2026-04-16', move(16, '2026-04-16')],
    ],
    net: [
      ['2026-04-11', '50.00'],
      ['2026-04-16', '80.00'],
      ['2026-05-16', '140.00'],
    ],
    because: 'Two seats from 11 April on: 20 days more; the 16th gives 15 days of them back and charges 30.',
  },
  {
    title: 'And other seats on the same day',
    needs: ['subscription.quantity'],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      ['2026-04-16', seats('2', '2026-04-16')],
    ],
    net: [
      ['2026-04-16', '75.00'],
      ['2026-05-16', '135.00'],
    ],
    because: 'Half of April with one seat, then two.',
  },
  {
    title: 'And an end on the same day',
    needs: ['subscription.cancel'],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      ['2026-04-16', ({ session, subscription }) => session.cancel(subscription.id, on('2026-04-16'))],
    ],
    net: [
      ['2026-04-16', '15.00'],
      ['2026-06-20', '15.00'],
    ],
    because: 'Half of April, and nothing after it.',
  },
  {
    title: 'And an end with the new period',
    needs: ['subscription.cancel'],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      ['2026-04-20', ({ session, subscription }) => session.cancel(subscription.id, { kind: 'period-end' })],
    ],
    net: [
      ['2026-05-16', '45.00'],
      ['2026-06-20', '45.00'],
    ],
    because: 'Half of April, and the 30 days from 16 April on.',
  },
  {
    title: 'Twice, before a period has come to its end',
    needs: [],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      ['2026-04-18', move(20, '2026-04-18')],
    ],
    net: [
      ['2026-04-18', '45.00'],
      ['2026-04-20', '49.00'],
      ['2026-05-19', '49.00'],
      ['2026-05-20', '79.00'],
    ],
    because: 'Half of April, four days, and EUR 30.00 on the 20th of each month.',
  },
  {
    title: 'And another plan in the new period',
    needs: ['subscription.change'],
    deeds: [
      ['2026-04-16', move(16, '2026-04-16')],
      [
        '2026-05-01',
        ({ session, subscription }) => session.changePlan(subscription.id, 'pro', on('2026-05-01')),
      ],
    ],
    net: [
      ['2026-04-30', '45.00'],
      ['2026-05-01', '60.00'],
      ['2026-05-16', '120.00'],
    ],
    because: 'Half of April, 15 days at EUR 1.00, 15 at EUR 2.00, then EUR 60.00.',
  },
];

describe('The bill day of a subscription is moved', () => {
  for (const { title, needs, deeds, net, because } of stories)
    check(
      title,
      {
        topic: 'calendar',
        needs: ['clock', 'price.flat', 'price.per-unit', 'subscription.bill-day', ...needs],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const seat: Charge = { ...fee('0'), price: { kind: 'per-unit', unit: '30.00' } };
        const contract = await basicFromFirstOfApril(world, monthlyPlan('basic', [seat]));
        for (const [day, deed] of deeds) {
          await contract.session.advanceTo(localDate(day));
          await deed(contract);
        }
        const last = deeds.at(-1)?.[0] ?? '';
        await expectNetByDay(world, contract, { net: net.filter(([day]) => day >= last), because });
      },
    );
});

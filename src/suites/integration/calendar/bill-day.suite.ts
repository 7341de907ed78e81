import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import { expectNetByDay, type NetOnDay } from '../../../scenario/situations/billed-in-all.ts';
import { basicFromFirstOfApril, moveBillDay } from '../../../scenario/situations/moved-bill-day.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';

const needs = ['clock', 'price.flat', 'subscription.bill-day'] as const;
const tags = ['@edge', '@risk-high'];
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;
/**
 * What is billed for a period of which is known that it will be cut, all of it or its days alone, is a habit: not asked. So is
 * whether paid days are given back or left out of the new period: both have as many days here, so that it comes to the same.
 */
interface Move {
  readonly title: string;
  readonly day: number;
  readonly from: string;
  readonly toldOn?: string;
  readonly net: readonly NetOnDay[];
  readonly because: string;
}

const moves: readonly Move[] = [
  {
    title: 'later in the month',
    day: 15,
    from: '2026-04-10',
    net: [
      ['2026-04-14', '30.00'],
      ['2026-04-15', '44.00'],
      ['2026-05-14', '44.00'],
      ['2026-05-15', '74.00'],
      ['2026-06-15', '104.00'],
    ],
    because: '14 of 30 days of April, then EUR 30.00 on the 15th of each month.',
  },
  {
    title: 'earlier in the month, which is next month',
    day: 5,
    from: '2026-04-20',
    net: [
      ['2026-05-05', '63.87'],
      ['2026-06-04', '63.87'],
      ['2026-06-05', '93.87'],
    ],
    because:
      'April, 4 of 31 days of May (27 given back: EUR 26.13), then EUR 30.00 on the 5th of each month.',
  },
  {
    title: 'to the very day',
    day: 16,
    from: '2026-04-16',
    net: [
      ['2026-04-16', '45.00'],
      ['2026-05-15', '45.00'],
      ['2026-05-16', '75.00'],
    ],
    because: '15 of 30 days of April, then EUR 30.00 on the 16th of each month.',
  },
  {
    title: 'ahead, for a later month',
    day: 15,
    from: '2026-05-01',
    toldOn: '2026-04-02',
    net: [
      ['2026-04-30', '30.00'],
      ['2026-05-15', '73.55'],
      ['2026-06-15', '103.55'],
    ],
    because: 'April, 14 of 31 days of May (17 given back: EUR 16.45), then EUR 30.00 on the 15th.',
  },
];

interface Further {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  /** After the bill day was moved to the 15th. */
  readonly happens: (contract: OpenContract) => Promise<unknown>;
  readonly net: readonly NetOnDay[];
  readonly because: string;
}

const after: readonly Further[] = [
  {
    title: 'and then once more',
    more: [],
    happens: (contract) => moveBillDay(contract, { day: 20, from: '2026-04-17' }),
    net: [
      ['2026-04-20', '49.00'],
      ['2026-05-19', '49.00'],
      ['2026-05-20', '79.00'],
    ],
    because: '14 days to the 15th, 5 of 30 days to the 20th, then EUR 30.00 on the 20th.',
  },
  {
    title: 'and another plan taken in the new period',
    more: ['subscription.change'],
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-20'));
      await session.changePlan(subscription.id, 'pro', on('2026-04-20'));
    },
    net: [
      ['2026-04-20', '69.00'],
      ['2026-05-14', '69.00'],
      ['2026-05-15', '129.00'],
    ],
    because: 'EUR 14.00, 5 of 30 days at EUR 30.00 and 25 at EUR 60.00, then EUR 60.00 on the 15th.',
  },
  {
    title: 'and ended in the new period',
    more: ['subscription.cancel'],
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-25'));
      await session.cancel(subscription.id, on('2026-04-25'));
    },
    net: [
      ['2026-04-25', '24.00'],
      ['2026-06-15', '24.00'],
    ],
    because: '14 days to the 15th and 10 of 30 days of the new period.',
  },
  {
    title: 'and ended with the new period',
    more: ['subscription.cancel'],
    happens: async ({ session, subscription }) => {
      await session.advanceTo(localDate('2026-04-25'));
      await session.cancel(subscription.id, { kind: 'period-end' });
    },
    net: [
      ['2026-05-14', '44.00'],
      ['2026-06-15', '44.00'],
    ],
    because: '14 days to the 15th and one whole period.',
  },
];

describe('A bill day that is moved', () => {
  for (const { title, net, because, ...move } of moves)
    check(title, { topic: 'calendar', needs, tags }, async (world) => {
      const contract = await basicFromFirstOfApril(world);
      await moveBillDay(contract, move);
      await expectNetByDay(world, contract, { net, because });
    });

  for (const { title, more, happens, net, because } of after)
    check(`to the 15th, ${title}`, { topic: 'calendar', needs: [...needs, ...more], tags }, async (world) => {
      const contract = await basicFromFirstOfApril(world);
      await moveBillDay(contract, { day: 15, from: '2026-04-10' });
      await contract.session.advanceTo(localDate('2026-04-15'));
      await happens(contract);
      await expectNetByDay(world, contract, { net, because });
    });

  check('twice to the same one is moved once', { topic: 'idempotency', needs, tags }, async (world) => {
    const contract = await basicFromFirstOfApril(world);
    const { session, subscription } = contract;
    await moveBillDay(contract, { day: 15, from: '2026-04-10' });
    const again = { day: 15, from: localDate('2026-04-10') };
    const answer = await refusalOf(session.changeBillDay(subscription.id, again));
    if (answer !== 'accepted') world.expectRefused(answer, 'The second time was not refused as such.');
    await expectNetByDay(world, contract, {
      net: [
        ['2026-04-15', '44.00'],
        ['2026-05-15', '74.00'],
      ],
      because: '14 of 30 days of April, then EUR 30.00 on the 15th, refused the second time or not.',
    });
  });

  check(
    'to the 31st is the last day of a month that has none',
    { topic: 'calendar', needs, tags },
    async (world) => {
      const contract = await basicFromFirstOfApril(world);
      const { session, customerId } = contract;
      await moveBillDay(contract, { day: 31, from: '2026-04-10' });
      await session.advanceTo(localDate('2026-08-15'));
      const days = (await session.invoices(customerId)).map(({ issueDate }) => issueDate);
      const expected = ['2026-04-01', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'];
      world.expectEqual('days of the bills', expected, days);
    },
  );

  check(
    'moves what is charged afterwards too, and leaves what is charged once alone',
    { topic: 'calendar', needs: [...needs, 'price.one-off', 'price.several-fees'], tags },
    async (world) => {
      const support = { ...fee('15.00', 'support'), timing: 'arrears' } as const;
      const setup = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } } as const;
      const plan = monthlyPlan('basic', [fee('30.00'), support, setup]);
      const contract = await basicFromFirstOfApril(world, plan);
      await moveBillDay(contract, { day: 15, from: '2026-04-10' });
      await expectNetByDay(world, contract, {
        net: [
          ['2026-04-10', '129.00'],
          ['2026-04-15', '150.00'],
          ['2026-05-15', '195.00'],
          ['2026-06-15', '240.00'],
        ],
        because:
          'EUR 99.00 once; 14 of 30 days of April at EUR 30.00 and EUR 15.00; then EUR 30.00 before and EUR 15.00 after each month.',
      });
    },
  );

  check(
    'is announced as it is billed',
    { topic: 'preview', needs: [...needs, 'preview.invoice'], tags },
    async (world) => {
      const contract = await basicFromFirstOfApril(world);
      const { session, customerId } = contract;
      await moveBillDay(contract, { day: 15, from: '2026-04-10' });
      const day = localDate('2026-04-15');
      const preview = await session.previewInvoice(customerId, day);
      await session.advanceTo(day);
      expectPreviewOf(world, preview, (await session.invoices(customerId))[1]);
    },
  );

  check(
    'takes what is used along: billed up to the new day, then by the new months',
    { topic: 'usage', needs: [...needs, 'usage', 'price.per-unit'], tags },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
      const contract = await basicFromFirstOfApril(world, monthlyPlan('metered', [fee('30.00'), calls]));
      const { session, customerId } = contract;
      const used = (day: string, quantity: string) =>
        session.sendUsage([
          {
            id: `${world.checkId}-${day}`,
            customerId,
            meter: 'calls',
            quantity,
            at: instant(`${day}T09:00:00Z`),
          },
        ]);
      await session.advanceTo(localDate('2026-04-10'));
      await used('2026-04-05', '10');
      await moveBillDay(contract, { day: 15, from: '2026-04-10' });
      await session.advanceTo(localDate('2026-04-20'));
      await used('2026-04-18', '4');
      await session.advanceTo(localDate('2026-05-12'));
      await used('2026-05-10', '6');
      await expectNetByDay(world, contract, {
        net: [
          ['2026-05-14', '54.00'],
          ['2026-05-15', '94.00'],
          ['2026-06-15', '124.00'],
        ],
        because: 'The fees, with 10 calls up to 15 April and 4 and 6 in the month that ends on 15 May.',
      });
    },
  );
});

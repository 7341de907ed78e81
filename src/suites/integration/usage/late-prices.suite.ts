import { describe } from 'vitest';
import type { UsageCharge } from '../../../model/billing/usage-charge.ts';
import { instant, localDate } from '../../../model/date.ts';
import type { MeteredUsage } from '../../../oracle/subscription/billing-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'usage', 'usage.late', 'usage.dimensions', 'price.per-unit', 'price.flat'] as const;
const options = { topic: 'usage', needs, tags: ['@edge', '@risk-high'] } as const;
const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;

/** "2026-03-10 east 20 2026-04-05": at noon of that day, there, so many calls, told at the end of the other day or at once. */
function calls(told: string): MeteredUsage {
  const [day = '', site = '', quantity = '0', arrived] = told.split(' ');
  return {
    id: told,
    meter: 'calls',
    quantity,
    at: instant(`${day}T11:00:00Z`),
    properties: { site },
    ...(arrived === undefined ? {} : { arrived: localDate(arrived) }),
  };
}

function historyOf(charge: UsageCharge, usage: readonly MeteredUsage[]) {
  return castHistory('Acme', {
    plans: [monthlyPlan('metered', [fee('10.00'), charge])],
    subscriptions: [subscriptionOf('metered', '2026-03-01')],
    usage,
    until: '2026-06-10',
  });
}

const inTime = [calls('2026-03-10 east 20'), calls('2026-03-11 west 4')];

describe('Late usage of a charge with several prices', () => {
  const buckets = [
    { code: 'east', where: { site: ['east'] }, price: unit('3.00') },
    { code: 'west', where: { site: ['west'] }, price: unit('5.00') },
  ];

  check('is billed at the price of each, less what was billed at that price', options, async (world) => {
    await expectWorkedOut(world, {
      history: historyOf(metered('calls', unit('1.00'), { buckets }), [
        ...inTime,
        calls('2026-03-12 north 7'),
        calls('2026-03-13 west 2 2026-04-05'),
        calls('2026-03-14 north 11 2026-04-06'),
        calls('2026-04-20 east 1 2026-05-06'),
      ]),
      bills: [
        ['2026-03-01', '10.00'],
        ['2026-04-01', '97.00'],
        ['2026-05-01', '31.00'],
        ['2026-06-01', '13.00'],
      ],
      because:
        '20 at 3.00, 4 at 5.00 and 7 at 1.00 in time; then 2 at 5.00 and 11 at 1.00; then 1 of April at 3.00.',
    });
  });

  check(
    'is billed by group, less what was billed of that group',
    { ...options, needs: [...needs, 'price.allowance'] },
    async (world) => {
      const charge = metered('calls', unit('1.00'), { groupBy: ['site'], included: '5' });
      await expectWorkedOut(world, {
        history: historyOf(charge, [
          ...inTime,
          calls('2026-03-13 west 3 2026-04-05'),
          calls('2026-03-14 east 6 2026-04-06'),
        ]),
        bills: [
          ['2026-03-01', '10.00'],
          ['2026-04-01', '25.00'],
          ['2026-05-01', '18.00'],
          ['2026-06-01', '10.00'],
        ],
        because:
          '15 of 20 in the east beyond 5 and none of 4 in the west; then 2 of 7 in the west and 6 more.',
      });
    },
  );

  check(
    'and a minimum is what is missing after both',
    { ...options, needs: [...needs, 'price.minimum'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: historyOf(metered('calls', unit('1.00'), { buckets, minimum: '100.00' }), [
          ...inTime,
          calls('2026-03-13 west 5 2026-04-05'),
        ]),
        bills: [
          ['2026-03-01', '10.00'],
          ['2026-04-01', '110.00'],
          ['2026-05-01', '115.00'],
          ['2026-06-01', '110.00'],
        ],
        because:
          'March is 80.00 and 20.00 to the minimum; with 25.00 more it is 105.00. Other months have none.',
      });
    },
  );
});

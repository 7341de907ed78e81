import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.backdate'] as const;

const monthly = [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('pro', [fee('60.00')])];
const year = { interval: { unit: 'year', count: 1 } } as const;
const annual = [
  monthlyPlan('annual', [fee('100.00')], year),
  monthlyPlan('annual', [fee('120.00')], { ...year, effectiveFrom: localDate('2026-03-01') }),
];
const toldOn = localDate('2026-04-10');

function ordered(plan: string, start: string, until: string) {
  return castHistory('Acme', {
    plans: [...monthly, ...annual],
    subscriptions: [subscriptionOf(plan, start, { toldOn })],
    until,
  });
}

const worked: readonly TitledBills[] = [
  {
    title: 'Some days ago is billed from its first day on',
    history: ordered('basic', '2026-04-01', '2026-05-15'),
    bills: [
      ['2026-04-10', '30.00'],
      ['2026-05-01', '30.00'],
    ],
    because: 'All of April was served, and the day of billing is the first.',
  },
  {
    title: 'Three months ago is billed for each month since',
    history: ordered('basic', '2026-01-15', '2026-05-01'),
    bills: [
      ['2026-04-10', '90.00'],
      ['2026-04-15', '30.00'],
    ],
    because: 'Months begin on 15 January, February and March: three at EUR 30.00.',
  },
];

const overVersions: readonly TitledBills[] = [
  {
    title: 'A year that began before the new price is billed in full at the old one',
    history: ordered('annual', '2026-02-01', '2027-02-15'),
    bills: [
      ['2026-04-10', '100.00'],
      ['2027-02-01', '120.00'],
    ],
    because: 'The year from 1 February began before 1 March, the first day of EUR 120.00.',
  },
  {
    title: 'A year that began after the new price is billed in full at the new one',
    history: ordered('annual', '2026-03-15', '2026-05-15'),
    bills: [['2026-04-10', '120.00']],
    because: 'The year from 15 March began after the first day of EUR 120.00.',
  },
  {
    title: 'Two years that are both over due are billed in full, each at its own price',
    history: ordered('annual', '2025-03-10', '2026-05-15'),
    bills: [['2026-04-10', '220.00']],
    because: 'The first year began at EUR 100.00, the second one on 10 March 2026 at EUR 120.00.',
  },
];

describe('An order with a first day in the past', () => {
  workedOutChecks(worked, { topic: 'order-to-cash', needs, tags: ['@risk-high'] });
  workedOutChecks(overVersions, {
    topic: 'catalog',
    needs: [...needs, 'price.versions'],
    tags: ['@risk-high'],
  });
});

describe('What is told a day late', () => {
  check(
    'A change of plan counts from its own day',
    { topic: 'proration', needs: [...needs, 'subscription.change'], tags: ['@risk-high'] },
    async (world) => {
      const late = { on: localDate('2026-04-16'), toldOn: localDate('2026-04-17') };
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: monthly,
          subscriptions: [subscriptionOf('basic', '2026-04-01', { changes: [{ ...late, plan: 'pro' }] })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-17', '15.00'],
          ['2026-05-01', '60.00'],
        ],
        because: 'Half of April is left: EUR 15.00 given back, EUR 30.00 charged.',
      });
    },
  );

  check(
    'A cancellation counts from its own day',
    { topic: 'proration', needs: [...needs, 'subscription.cancel'] },
    async (world) => {
      const end = { cancelledOn: localDate('2026-04-16'), cancelToldOn: localDate('2026-04-18') };
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: monthly,
          subscriptions: [subscriptionOf('basic', '2026-04-01', end)],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-18', '-15.00'],
        ],
        because: 'Half of April is given back.',
      });
    },
  );
});

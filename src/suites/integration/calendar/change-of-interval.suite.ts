import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.change', 'subscription.long-periods'] as const;

const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('pro', [fee('60.00')]),
  monthlyPlan('annual', [fee('365.00')], { interval: { unit: 'year', count: 1 } }),
];

function changed(plan: string, to: string, until: string) {
  const changes = [{ on: localDate('2026-04-16'), plan: to }];
  return castHistory('Acme', {
    plans,
    subscriptions: [subscriptionOf(plan, '2026-04-01', { changes })],
    until,
  });
}

const worked: readonly TitledBills[] = [
  {
    title: 'From a month to another month the day of billing stays',
    history: changed('basic', 'pro', '2026-05-15'),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-16', '15.00'],
      ['2026-05-01', '60.00'],
    ],
    because: 'Half of April is left: EUR 15.00 given back, EUR 30.00 charged.',
  },
  {
    title: 'From a month to a year the year begins on the day of the change',
    history: changed('basic', 'annual', '2027-05-15'),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-16', '350.00'],
      ['2027-04-16', '365.00'],
    ],
    because: 'Half of April is given back; the year from 16 April is charged in full.',
  },
  {
    title: 'From a year to a month the months begin on the day of the change',
    history: changed('annual', 'basic', '2026-06-01'),
    bills: [
      ['2026-04-01', '365.00'],
      ['2026-04-16', '-320.00'],
      ['2026-05-16', '30.00'],
    ],
    because: '350 days of the year are given back at EUR 1.00; the month from 16 April is charged in full.',
  },
];

describe('A change of plan and the days of billing', () => {
  workedOutChecks(worked, { topic: 'calendar', needs, tags: ['@risk-high'] });
});

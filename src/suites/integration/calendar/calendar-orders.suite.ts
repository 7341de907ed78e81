import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { instant, localDate } from '../../../model/date.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.calendar'] as const;
const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('pro', [fee('60.00')]),
  monthlyPlan('set-up', [setup, fee('30.00')]),
  monthlyPlan('metered', [fee('30.00'), metered('calls', { kind: 'per-unit', unit: '1.00' })]),
];
const calendar = { billing: 'calendar' } as const;
const from16April = (plan: string, rest: Parameters<typeof subscriptionOf>[2] = {}) => ({
  plans,
  subscriptions: [subscriptionOf(plan, '2026-04-16', { ...calendar, ...rest })],
});

const plain: readonly TitledBills[] = [
  {
    title: 'The days that are left are charged first, then whole months',
    history: castHistory('Acme', { ...from16April('basic'), until: '2026-06-15' }),
    bills: [
      ['2026-04-16', '15.00'],
      ['2026-05-01', '30.00'],
      ['2026-06-01', '30.00'],
    ],
    because: '15 of 30 days of April.',
  },
  {
    title: 'From the first of a month on, it is charged in full at once',
    history: castHistory('Acme', {
      plans,
      subscriptions: [subscriptionOf('basic', '2026-04-01', calendar)],
      until: '2026-05-15',
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-05-01', '30.00'],
    ],
    because: 'April and May are whole months.',
  },
];

const withSetup: readonly TitledBills[] = [
  {
    title: 'A setup fee is charged in full and once beside them',
    history: castHistory('Acme', { ...from16April('set-up'), until: '2026-06-15' }),
    bills: [
      ['2026-04-16', '114.00'],
      ['2026-05-01', '30.00'],
      ['2026-06-01', '30.00'],
    ],
    because: 'EUR 99.00 and 15 of 30 days of April.',
  },
];

const onTrial: readonly TitledBills[] = [
  {
    title: 'A setup fee is charged when a trial begins, the days that are left when it is over',
    history: castHistory('Acme', { ...from16April('set-up', { trialDays: 10 }), until: '2026-06-15' }),
    bills: [
      ['2026-04-16', '99.00'],
      ['2026-04-26', '5.00'],
      ['2026-05-01', '30.00'],
      ['2026-06-01', '30.00'],
    ],
    because: 'A trial frees fees, not the setup; from the 26th on 5 of 30 days of April are left.',
  },
];

const withUsage: readonly TitledBills[] = [
  {
    title: 'Usage is billed by the same months',
    history: castHistory('Acme', {
      ...from16April('metered'),
      usage: [
        { id: 'april', meter: 'calls', quantity: '4', at: instant('2026-04-20T09:00:00Z') },
        { id: 'may', meter: 'calls', quantity: '6', at: instant('2026-05-10T09:00:00Z') },
      ],
      until: '2026-06-15',
    }),
    bills: [
      ['2026-04-16', '15.00'],
      ['2026-05-01', '34.00'],
      ['2026-06-01', '36.00'],
    ],
    because: '4 calls up to the end of April, 6 in May.',
  },
];

const withChange: readonly TitledBills[] = [
  {
    title: 'Another plan keeps the first of the month',
    history: castHistory('Acme', {
      ...from16April('basic', { changes: [{ on: localDate('2026-05-17'), plan: 'pro' }] }),
      until: '2026-06-15',
    }),
    bills: [
      ['2026-04-16', '15.00'],
      ['2026-05-01', '30.00'],
      ['2026-05-17', '14.51'],
      ['2026-06-01', '60.00'],
    ],
    because: '15 of 31 days: EUR 14.52 given back, EUR 29.03 charged.',
  },
];

describe('An order that is billed by the calendar', () => {
  const terms = { topic: 'calendar', tags: ['@risk-high'] } as const;
  workedOutChecks(plain, { ...terms, needs });
  workedOutChecks(withSetup, { ...terms, needs: [...needs, 'price.one-off'] });
  workedOutChecks(onTrial, { ...terms, needs: [...needs, 'price.one-off', 'subscription.trial'] });
  workedOutChecks(withUsage, { ...terms, needs: [...needs, 'usage', 'price.per-unit'] });
  workedOutChecks(withChange, { ...terms, needs: [...needs, 'subscription.change'] });
});

import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.add-on'] as const;

const inArrears: Charge = {
  kind: 'recurring',
  code: 'storage',
  timing: 'arrears',
  price: { kind: 'flat', amount: '10.00' },
};
const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('backup', [fee('15.00')]),
  monthlyPlan('storage', [inArrears]),
];
const fromApril = subscriptionOf('basic', '2026-04-01');
const fromThe31st = subscriptionOf('basic', '2026-01-31');

const worked: readonly TitledBills[] = [
  {
    title: 'In the middle of the month it is charged up to the day of billing of its base',
    history: castHistory('Acme', {
      plans,
      subscriptions: [fromApril, subscriptionOf('backup', '2026-04-16', { addOnTo: fromApril.key })],
      until: '2026-05-15',
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-16', '7.50'],
      ['2026-05-01', '45.00'],
    ],
    because: 'Half of April is left for EUR 15.00; May has both in full.',
  },
  {
    title: 'On the last day of February it follows the 31st of its base, in arrears',
    history: castHistory('Acme', {
      plans,
      subscriptions: [fromThe31st, subscriptionOf('storage', '2026-02-28', { addOnTo: fromThe31st.key })],
      until: '2026-06-15',
    }),
    bills: [
      ['2026-01-31', '30.00'],
      ['2026-02-28', '30.00'],
      ['2026-03-31', '40.00'],
      ['2026-04-30', '40.00'],
      ['2026-05-31', '40.00'],
    ],
    because: 'Its first period is the whole one from 28 February to 31 March, due at its end.',
  },
  {
    title: 'On the last day of April it follows the 31st of its base, in advance',
    history: castHistory('Acme', {
      plans,
      subscriptions: [fromThe31st, subscriptionOf('backup', '2026-04-30', { addOnTo: fromThe31st.key })],
      until: '2026-07-15',
    }),
    bills: [
      ['2026-01-31', '30.00'],
      ['2026-02-28', '30.00'],
      ['2026-03-31', '30.00'],
      ['2026-04-30', '45.00'],
      ['2026-05-31', '45.00'],
      ['2026-06-30', '45.00'],
    ],
    because: 'Its periods are those of the base: from 30 April to 31 May, then to 30 June.',
  },
];

describe('An add-on', () => {
  workedOutChecks(worked, { topic: 'calendar', needs, tags: ['@risk-high'] });

  for (const { timing, bills, because } of [
    {
      timing: 'arrears',
      bills: [
        ['2026-04-01', '30.00'],
        ['2026-04-11', '3.00'],
        ['2026-04-21', '6.00'],
        ['2026-05-01', '30.00'],
      ],
      because: 'Ten days of EUR 0.30, then ten days of EUR 0.60, each billed when they are over.',
    },
    {
      timing: 'advance',
      bills: [
        ['2026-04-01', '39.00'],
        ['2026-04-11', '6.00'],
        ['2026-04-21', '-6.00'],
        ['2026-05-01', '30.00'],
      ],
      because: 'The 11th gives EUR 6.00 back and charges 12.00; the 21st gives ten days of EUR 0.60 back.',
    },
  ] as const)
    check(
      `That becomes another one and ends by itself is billed for both, in ${timing}`,
      {
        topic: 'proration',
        needs: [...needs, 'subscription.change', 'subscription.cancel'],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const extra = (amount: string): Charge => ({
          kind: 'recurring',
          code: 'extra',
          timing,
          price: { kind: 'flat', amount },
        });
        const added = subscriptionOf('small', '2026-04-01', {
          addOnTo: fromApril.key,
          changes: [{ on: localDate('2026-04-11'), plan: 'large' }],
          cancelledOn: localDate('2026-04-21'),
        });
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans: [
              monthlyPlan('basic', [fee('30.00')]),
              monthlyPlan('small', [extra('9.00')]),
              monthlyPlan('large', [extra('18.00')]),
            ],
            subscriptions: [fromApril, added],
            until: '2026-05-15',
          }),
          bills: bills.map(([day, total]) => [day, total] as const),
          because,
        });
      },
    );

  check(
    'To a base that is billed by the calendar it is billed on the first of the month',
    { topic: 'calendar', needs: [...needs, 'subscription.calendar'] },
    async (world) => {
      const base = subscriptionOf('basic', '2026-04-16', { billing: 'calendar' });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [base, subscriptionOf('backup', '2026-04-21', { addOnTo: base.key })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-16', '15.00'],
          ['2026-04-21', '5.00'],
          ['2026-05-01', '45.00'],
        ],
        because: '15 of 30 days of EUR 30.00, then 10 of 30 days of EUR 15.00.',
      });
    },
  );

  check(
    'It ends with its base, and both give back their unused days',
    { topic: 'proration', needs: [...needs, 'subscription.cancel'], tags: ['@risk-high'] },
    async (world) => {
      const base = subscriptionOf('basic', '2026-04-01', { cancelledOn: localDate('2026-04-16') });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [base, subscriptionOf('backup', '2026-04-01', { addOnTo: base.key })],
          until: '2026-07-15',
        }),
        bills: [
          ['2026-04-01', '45.00'],
          ['2026-04-16', '-22.50'],
        ],
        because: 'Half of April is given back, of EUR 30.00 and of EUR 15.00.',
      });
    },
  );

  for (const [title, cancelled, bills, because] of [
    [
      'That was to end later ends with its base',
      '2026-04-26',
      [
        ['2026-04-01', '45.00'],
        ['2026-04-16', '-22.50'],
      ],
      'Both end on the 16th: half of April is given back, of EUR 30.00 and of EUR 15.00.',
    ],
    [
      'That ended before its base is not ended again',
      '2026-04-07',
      [
        ['2026-04-01', '45.00'],
        ['2026-04-07', '-12.00'],
        ['2026-04-16', '-15.00'],
      ],
      '24 of 30 days of EUR 15.00 are given back on the 7th, and half of EUR 30.00 on the 16th.',
    ],
  ] as const)
    check(
      title,
      { topic: 'proration', needs: [...needs, 'subscription.cancel'], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const base = subscriptionOf('basic', '2026-04-01', { cancelledOn: localDate('2026-04-16') });
        const rest = {
          addOnTo: base.key,
          cancelledOn: localDate(cancelled),
          cancelToldOn: localDate('2026-04-05'),
        };
        await expectWorkedOut(world, {
          history: castHistory('Acme', {
            plans,
            subscriptions: [base, subscriptionOf('backup', '2026-04-01', rest)],
            until: '2026-07-15',
          }),
          bills,
          because,
        });
      },
    );

  check(
    'That ends alone leaves its base as it is',
    { topic: 'proration', needs: [...needs, 'subscription.cancel'] },
    async (world) => {
      const rest = { addOnTo: fromApril.key, cancelledOn: localDate('2026-04-16') };
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans,
          subscriptions: [fromApril, subscriptionOf('backup', '2026-04-01', rest)],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '45.00'],
          ['2026-04-16', '-7.50'],
          ['2026-05-01', '30.00'],
        ],
        because: 'Half of April is given back of EUR 15.00; the base goes on.',
      });
    },
  );
});

import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import type { Pause } from '../../../oracle/subscription/subscription-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut, type WorkedOutBills } from '../../../scenario/worked-out-bills.ts';
import { type TitledBills, workedOutChecks } from '../../../scenario/worked-out-checks.ts';

const needs = ['clock', 'price.flat', 'subscription.pause'] as const;

const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('short', [fee('28.00')]),
  monthlyPlan('quarter', [fee('91.00')], { interval: { unit: 'month', count: 3 } }),
  monthlyPlan('annual', [fee('365.00')], { interval: { unit: 'year', count: 1 } }),
];

function paused(
  plan: string,
  start: string,
  of: { readonly pauses: readonly Pause[]; readonly until: string },
) {
  const { pauses, until } = of;
  return castHistory('Acme', { plans, subscriptions: [subscriptionOf(plan, start, { pauses })], until });
}

function pause(on: string, until: string | null, told: Partial<Pause> = {}): Pause {
  return { on: localDate(on), until: until === null ? null : localDate(until), ...told };
}

const tenDaysOfApril: Omit<WorkedOutBills, 'history'> = {
  bills: [
    ['2026-04-01', '30.00'],
    ['2026-04-11', '-20.00'],
    ['2026-04-21', '10.00'],
    ['2026-05-01', '30.00'],
  ],
  because: 'A day of April is EUR 1.00: 20 are given back, 10 are charged again.',
};

const worked: readonly TitledBills[] = [
  {
    title: 'Ten days within a month are given back',
    history: paused('basic', '2026-04-01', {
      pauses: [pause('2026-04-11', '2026-04-21')],
      until: '2026-05-15',
    }),
    ...tenDaysOfApril,
  },
  {
    title: 'Planned ahead with its end is the same',
    history: paused('basic', '2026-04-01', {
      pauses: [
        pause('2026-04-11', '2026-04-21', {
          toldOn: localDate('2026-04-05'),
          untilToldOn: localDate('2026-04-06'),
        }),
      ],
      until: '2026-05-15',
    }),
    ...tenDaysOfApril,
  },
  {
    title: 'Over two days of billing nothing is billed, and the days of billing stay what they were',
    history: paused('basic', '2026-04-01', {
      pauses: [pause('2026-04-16', '2026-06-16')],
      until: '2026-07-15',
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-04-16', '-15.00'],
      ['2026-06-16', '15.00'],
      ['2026-07-01', '30.00'],
    ],
    because: 'Half of April is given back, half of June is charged.',
  },
  {
    title: 'From the end of a period on, a month is left out',
    history: paused('basic', '2026-04-01', {
      pauses: [pause('2026-05-01', '2026-06-01', { toldOn: localDate('2026-04-10'), timing: 'period-end' })],
      until: '2026-06-15',
    }),
    bills: [
      ['2026-04-01', '30.00'],
      ['2026-06-01', '30.00'],
    ],
    because: 'April and June are served in full, May not at all.',
  },
  {
    title: 'The 31st stays the day of billing',
    history: paused('short', '2026-01-31', {
      pauses: [pause('2026-02-10', '2026-04-10')],
      until: '2026-06-15',
    }),
    bills: [
      ['2026-01-31', '28.00'],
      ['2026-02-10', '-18.00'],
      ['2026-04-10', '18.67'],
      ['2026-04-30', '28.00'],
      ['2026-05-31', '28.00'],
    ],
    because: '18 of 28 days up to 28 February; 20 of the 30 days from 31 March to 30 April.',
  },
  {
    title: 'Two pauses within a year leave each day of service billed once',
    history: paused('annual', '2026-01-01', {
      pauses: [pause('2026-02-01', '2026-03-01'), pause('2026-04-01', '2026-05-01')],
      until: '2027-01-15',
    }),
    bills: [
      ['2026-01-01', '365.00'],
      ['2026-02-01', '-334.00'],
      ['2026-03-01', '306.00'],
      ['2026-04-01', '-275.00'],
      ['2026-05-01', '245.00'],
      ['2027-01-01', '365.00'],
    ],
    because: 'A day of 2026 is EUR 1.00; 31, 59, 90 and 120 days are over on those days.',
  },
  {
    title: 'Two pauses within a quarter leave each day of service billed once',
    history: paused('quarter', '2026-04-01', {
      pauses: [pause('2026-04-11', '2026-04-21'), pause('2026-05-01', '2026-05-11')],
      until: '2026-07-15',
    }),
    bills: [
      ['2026-04-01', '91.00'],
      ['2026-04-11', '-81.00'],
      ['2026-04-21', '71.00'],
      ['2026-05-01', '-61.00'],
      ['2026-05-11', '51.00'],
      ['2026-07-01', '91.00'],
    ],
    because: 'A day of the second quarter is EUR 1.00; 10, 20, 30 and 40 days are over on those days.',
  },
];

/** Whoever is away and leaves for good is billed for what was served before, and for nothing else. */
const left: readonly TitledBills[] = [
  { words: 'on a day of the pause', end: { cancelledOn: localDate('2026-04-20') } },
  {
    words: 'with the period in which he leaves',
    end: {
      cancelledOn: localDate('2026-05-01'),
      cancelToldOn: localDate('2026-04-20'),
      cancelTiming: 'period-end' as const,
    },
  },
  {
    words: 'with a period of which he was there on no day',
    end: {
      cancelledOn: localDate('2026-06-01'),
      cancelToldOn: localDate('2026-05-20'),
      cancelTiming: 'period-end' as const,
    },
  },
  {
    words: 'on a day that was named before the pause began',
    end: { cancelledOn: localDate('2026-04-25'), cancelToldOn: localDate('2026-04-12') },
  },
].map(({ words, end }) => ({
  title: `Ends ${words}, without another bill`,
  history: castHistory('Acme', {
    plans,
    subscriptions: [subscriptionOf('basic', '2026-04-01', { pauses: [pause('2026-04-11', null)], ...end })],
    until: '2026-07-15',
  }),
  bills: [
    ['2026-04-01', '30.00'],
    ['2026-04-11', '-20.00'],
  ],
  because: 'Ten days of April were served; the other twenty are given back once.',
}));

describe('A subscription that is paused', () => {
  const isLong = ({ history }: TitledBills) =>
    history.billing.plans.some(({ interval }) => interval.unit === 'year' || interval.count > 1);
  const terms = { topic: 'proration', tags: ['@risk-high'] } as const;
  workedOutChecks(
    worked.filter((bills) => !isLong(bills)),
    { ...terms, needs },
  );
  workedOutChecks(left, { ...terms, needs: [...needs, 'subscription.cancel'] });
  workedOutChecks(worked.filter(isLong), { ...terms, needs: [...needs, 'subscription.long-periods'] });

  check(
    'What it uses meanwhile is billed',
    { topic: 'usage', needs: [...needs, 'usage', 'usage.while-paused', 'price.per-unit'] },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
      const history = castHistory('Acme', {
        plans: [monthlyPlan('basic', [fee('30.00'), calls])],
        subscriptions: [
          subscriptionOf('basic', '2026-04-01', { pauses: [pause('2026-04-11', '2026-04-21')] }),
        ],
        usage: [{ id: 'calls', meter: 'calls', quantity: '10', at: instant('2026-04-15T09:00:00Z') }],
        until: '2026-05-15',
      });
      await expectWorkedOut(world, {
        history,
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-11', '-20.00'],
          ['2026-04-21', '10.00'],
          ['2026-05-01', '40.00'],
        ],
        because: '10 calls of EUR 1.00 within the pause come with the fee of May.',
      });
    },
  );

  check(
    'What it used before a long pause is billed as its month ends, and not as service begins again',
    { topic: 'usage', needs: [...needs, 'usage', 'usage.while-paused', 'price.per-unit'], tags: ['@edge'] },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
      const toldOn = localDate('2026-04-10');
      const pauses = [pause('2026-04-16', '2026-08-01', { toldOn, untilToldOn: toldOn })];
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('basic', [fee('30.00'), calls])],
          subscriptions: [subscriptionOf('basic', '2026-04-01', { pauses })],
          usage: [{ id: 'calls', meter: 'calls', quantity: '10', at: instant('2026-04-05T09:00:00Z') }],
          until: '2026-08-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-16', '-15.00'],
          ['2026-05-01', '10.00'],
          ['2026-08-01', '30.00'],
        ],
        because: 'Half of April is given back; the 10 calls of April are due on 1 May, whatever comes later.',
      });
    },
  );
});

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'price.flat', 'subscription.trial'] as const;

const support = { ...fee('9.00', 'support'), inTrial: 'charged' } as const;
const plans = [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('backup', [fee('5.00')])];
const supported = monthlyPlan('supported', [fee('30.00'), support]);

describe('A subscription on trial', () => {
  check(
    'is charged from the day after its last free one',
    { topic: 'proration', needs, tags: ['@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Kim', {
          plans,
          subscriptions: [subscriptionOf('basic', '2026-04-01', { trialDays: 14 })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-15', '16.00'],
          ['2026-05-01', '30.00'],
        ],
        because: '14 of the 30 days of April are free, the 15th is the first one that is not.',
      });
    },
  );

  check('of a whole month is charged from the second one', { topic: 'proration', needs }, async (world) => {
    await expectWorkedOut(world, {
      history: castHistory('Kim', {
        plans,
        subscriptions: [subscriptionOf('basic', '2026-04-01', { trialDays: 30 })],
        until: '2026-06-15',
      }),
      bills: [
        ['2026-05-01', '30.00'],
        ['2026-06-01', '30.00'],
      ],
      because: 'All of April is free.',
    });
  });

  check(
    'is charged in advance for what a trial does not free',
    { topic: 'proration', needs: [...needs, 'price.several-fees'], tags: ['@risk-high'] },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Kim', {
          plans: [supported],
          subscriptions: [subscriptionOf('supported', '2026-04-01', { trialDays: 14 })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '9.00'],
          ['2026-04-15', '16.00'],
          ['2026-05-01', '39.00'],
        ],
        because: 'Support is due in advance for the whole month, the fee for 16 days of 30.',
      });
    },
  );

  check(
    'has add-ons that are charged in advance from their own first day',
    { topic: 'proration', needs: [...needs, 'subscription.add-on'], tags: ['@risk-high'] },
    async (world) => {
      const base = subscriptionOf('basic', '2026-04-01', { trialDays: 14 });
      await expectWorkedOut(world, {
        history: castHistory('Kim', {
          plans,
          subscriptions: [base, subscriptionOf('backup', '2026-04-07', { addOnTo: base.key })],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-07', '4.00'],
          ['2026-04-15', '16.00'],
          ['2026-05-01', '35.00'],
        ],
        because: 'The add-on has no trial: 24 of 30 days of EUR 5.00, within the trial of its base.',
      });
    },
  );

  check(
    'that is cancelled within it is charged for nothing that was free',
    { topic: 'proration', needs: [...needs, 'price.several-fees', 'subscription.cancel'] },
    async (world) => {
      const cancelledOn = localDate('2026-04-11');
      await expectWorkedOut(world, {
        history: castHistory('Kim', {
          plans: [supported],
          subscriptions: [subscriptionOf('supported', '2026-04-01', { trialDays: 14, cancelledOn })],
          until: '2026-06-15',
        }),
        bills: [
          ['2026-04-01', '9.00'],
          ['2026-04-11', '-6.00'],
        ],
        because: '20 of 30 days of support are given back; the fee was never due.',
      });
    },
  );
});

/** Days are counted as days: neither a month nor a leap day makes a trial longer or shorter. */
const lengths = [
  { start: '2026-01-31', days: 30, paidFrom: '2026-03-02' },
  { start: '2026-03-01', days: 30, paidFrom: '2026-03-31' },
  { start: '2026-07-15', days: 31, paidFrom: '2026-08-15' },
  { start: '2026-12-31', days: 60, paidFrom: '2027-03-01' },
  { start: '2028-01-31', days: 30, paidFrom: '2028-03-01' },
  { start: '2028-02-15', days: 14, paidFrom: '2028-02-29' },
  { start: '2028-02-28', days: 2, paidFrom: '2028-03-01' },
  { start: '2026-04-30', days: 365, paidFrom: '2027-04-30' },
] as const;

describe('The days of a trial', () => {
  for (const { start, days, paidFrom } of lengths)
    check(
      `${days} from ${start} on: ${paidFrom} is the first that is paid`,
      { topic: 'calendar', needs, tags: ['@edge'] },
      async (world) => {
        const { invoices } = await expectHistory(
          world,
          castHistory('Kim', {
            plans,
            subscriptions: [subscriptionOf('basic', start, { trialDays: days })],
            until: paidFrom,
          }),
        );
        world.expectEqual('first day that is paid', paidFrom, invoices[0]?.lines[0]?.period?.from ?? null);
      },
    );
});

/** A trial is agreed for a subscription: what else its customer has or had makes it neither longer nor shorter. */
const besides: readonly {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly first: SubscriptionHistory;
  readonly plan: string;
}[] = [
  { title: 'who has the plan', more: [], first: subscriptionOf('basic', '2026-03-01'), plan: 'basic' },
  { title: 'who has another plan', more: [], first: subscriptionOf('backup', '2026-03-01'), plan: 'basic' },
  {
    title: 'who had a trial of the plan',
    more: [],
    first: subscriptionOf('basic', '2026-03-01', { trialDays: 10 }),
    plan: 'basic',
  },
  {
    title: 'who had a trial of another plan',
    more: [],
    first: subscriptionOf('backup', '2026-03-01', { trialDays: 10 }),
    plan: 'basic',
  },
  {
    title: 'who has a trial of the plan on that day',
    more: [],
    first: subscriptionOf('basic', '2026-04-05', { trialDays: 30 }),
    plan: 'basic',
  },
  {
    title: 'who orders the plan without a trial on the same day',
    more: [],
    first: subscriptionOf('basic', '2026-04-10', { key: 'first' }),
    plan: 'basic',
  },
  {
    title: 'who had the plan and left it within its trial',
    more: ['subscription.cancel'],
    first: subscriptionOf('basic', '2026-03-01', { trialDays: 20, cancelledOn: localDate('2026-03-11') }),
    plan: 'basic',
  },
  {
    title: 'who left the plan after its trial',
    more: ['subscription.cancel'],
    first: subscriptionOf('basic', '2026-02-01', { trialDays: 20, cancelledOn: localDate('2026-03-11') }),
    plan: 'basic',
  },
];

describe('A second order', () => {
  for (const { title, more, first, plan } of besides)
    for (const [what, days] of [
      ['with a trial has all of it', { trialDays: 14 }],
      ['without a trial is charged from its first day', {}],
    ] as const)
      check(
        `of one ${title}, ${what}`,
        { topic: 'proration', needs: [...needs, ...(more ?? [])], tags: ['@edge', '@risk-high'] },
        async (world) => {
          const second = subscriptionOf(plan, '2026-04-10', { key: 'second', ...days });
          await expectHistory(
            world,
            castHistory('Kim', { plans, subscriptions: [first, second], until: '2026-06-15' }),
          );
        },
      );
});

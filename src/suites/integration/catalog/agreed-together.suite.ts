import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { instant, localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

const tags = ['@edge', '@risk-high'];
const flat = (amount: string) => ({ kind: 'flat', amount }) as const;
const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;

/** What a plan charges for, in an order that is not that of the agreement. */
const charges: readonly Charge[] = [
  fee('60.00'),
  { kind: 'recurring', code: 'seats', timing: 'advance', price: unit('10.00') },
  { kind: 'recurring', code: 'support', timing: 'arrears', price: flat('15.00') },
  {
    kind: 'recurring',
    code: 'desks',
    timing: 'advance',
    price: {
      kind: 'graduated',
      tiers: [
        { upTo: '2', unit: '12.00', flat: '0' },
        { upTo: null, unit: '9.00', flat: '0' },
      ],
    },
  },
  { kind: 'one-off', code: 'setup', price: flat('50.00') },
  metered('calls', unit('1.00')),
];
const office = monthlyPlan('office', charges);
const basic = monthlyPlan('basic', [fee('30.00')]);

const agreed = [
  {
    charge: 'calls-usage',
    price: {
      kind: 'graduated',
      tiers: [
        { upTo: '10', unit: '0.80', flat: '0' },
        { upTo: null, unit: '0.35', flat: '0' },
      ],
    },
  },
  { charge: 'setup', price: flat('20.00') },
  { charge: 'support', price: flat('11.00') },
  { charge: 'desks', price: flat('19.00') },
  { charge: 'seats', price: unit('8.50') },
] as const;

const usage = ['2026-01-25', '2026-02-10', '2026-03-05', '2026-03-25', '2026-04-12'].map((day, index) => ({
  id: `calls-${day}`,
  meter: 'calls',
  quantity: String(7 + index * 9),
  at: instant(`${day}T12:00:00Z`),
}));

const needs = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.graduated',
  'price.one-off',
  'price.several-fees',
  'subscription.quantity',
  'subscription.negotiated',
  'usage',
] as const;

const lives: readonly {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly order: Partial<SubscriptionHistory>;
}[] = [
  { title: 'billed by the calendar', more: ['subscription.calendar'], order: { billing: 'calendar' } },
  { title: 'after a trial', more: ['subscription.trial'], order: { trialDays: 10 } },
  {
    title: 'in a contract that goes up by four percent with each month',
    more: ['subscription.term'],
    order: { term: { periods: 1, atEnd: 'renew', upliftPercent: '4' } },
  },
  {
    title: 'in a contract by the calendar that goes up with every second month, after a trial',
    more: ['subscription.term', 'subscription.trial', 'subscription.calendar'],
    order: { billing: 'calendar', trialDays: 5, term: { periods: 2, atEnd: 'renew', upliftPercent: '7.5' } },
  },
  {
    title: 'with other seats since, and after a pause',
    more: ['subscription.pause'],
    order: {
      quantities: [{ on: localDate('2026-02-03'), quantity: '7' }],
      pauses: [{ on: localDate('2026-02-25'), until: localDate('2026-03-12') }],
    },
  },
  {
    title: 'where the plan was left and taken again',
    more: ['subscription.change'],
    order: {
      changes: [
        { on: localDate('2026-02-25'), plan: 'basic' },
        { on: localDate('2026-03-30'), plan: 'office' },
      ],
    },
  },
];

describe('Several prices that were agreed with an order all hold,', () => {
  for (const { title, more, order } of lives)
    check(title, { topic: 'catalog', needs: [...needs, ...(more ?? [])], tags }, async (world) => {
      const rest = { quantity: '3', negotiated: agreed, ...order };
      const history = castHistory('Acme', {
        plans: [office, basic],
        subscriptions: [subscriptionOf('office', '2026-01-20', rest)],
        usage,
        until: '2026-05-25',
      });
      await expectHistory(world, history);
    });

  check(
    'and those of an add-on with a trial and a contract of its own',
    {
      topic: 'catalog',
      needs: [...needs, 'subscription.add-on', 'subscription.trial', 'subscription.term'],
      tags,
    },
    async (world) => {
      const base = subscriptionOf('basic', '2026-01-20');
      const addOn = subscriptionOf('office', '2026-02-03', {
        quantity: '4',
        negotiated: agreed,
        addOnTo: base.key,
        trialDays: 12,
        term: { periods: 1, atEnd: 'renew', upliftPercent: '5' },
      });
      const history = castHistory('Acme', {
        plans: [office, basic],
        subscriptions: [base, addOn],
        usage,
        until: '2026-05-25',
      });
      await expectHistory(world, history);
    },
  );
});

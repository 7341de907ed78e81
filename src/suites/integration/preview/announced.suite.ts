import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { instant, localDate } from '../../../model/date.ts';
import type { SubscriptionHistory } from '../../../oracle/subscription/subscription-history.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { castMember } from '../../../scenario/cast.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';

const needs = ['clock', 'preview.invoice', 'price.flat'] as const;
const seats: Charge = { ...fee('0'), price: { kind: 'per-unit', unit: '12.00' } };
const plans = [
  monthlyPlan('basic', [fee('30.00')]),
  monthlyPlan('pro', [fee('60.00')]),
  monthlyPlan('pro', [fee('90.00')], { effectiveFrom: localDate('2026-04-20') }),
  monthlyPlan('backup', [fee('5.00')]),
  monthlyPlan('metered', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '2.00' })]),
  monthlyPlan('team', [seats]),
];
const atTheEnd = {
  on: localDate('2026-05-01'),
  toldOn: localDate('2026-04-10'),
  timing: 'period-end',
} as const;

const calls = [{ id: 'calls', meter: 'calls', quantity: '7', at: instant('2026-04-12T09:00:00Z') }];

type Rest = Partial<Omit<SubscriptionHistory, 'plan' | 'start'>>;

/** What happens to a subscription from 1 April on before the invoice of 1 May is announced on the 25th. */
const stories: readonly {
  readonly title: string;
  readonly customer?: string;
  readonly plan: string;
  readonly more: CheckOptions['needs'];
  readonly rest?: Rest;
}[] = [
  { title: 'a fee and what was used', plan: 'metered', more: ['usage', 'price.per-unit'] },
  { title: 'a fee in Los Angeles', customer: 'Globex', plan: 'basic', more: [] },
  { title: 'a fee in Tokyo', customer: 'Sakura', plan: 'basic', more: ['price.currencies'] },
  {
    title: 'a plan that was taken within the month',
    plan: 'basic',
    more: ['subscription.change'],
    rest: { changes: [{ on: localDate('2026-04-16'), plan: 'pro' }] },
  },
  {
    title: 'a plan that begins on that day, at the price of that day',
    plan: 'basic',
    more: ['subscription.change', 'price.versions'],
    rest: { changes: [{ ...atTheEnd, plan: 'pro' }] },
  },
  {
    title: 'seats at a price that was agreed',
    plan: 'team',
    more: ['price.per-unit', 'subscription.negotiated'],
    rest: { quantity: '3', negotiated: [{ charge: 'fee', price: { kind: 'per-unit', unit: '9.50' } }] },
  },
  {
    title: 'the first fee after a trial',
    plan: 'basic',
    more: ['subscription.trial'],
    rest: { trialDays: 30 },
  },
  {
    title: 'the month after an end that was taken back',
    plan: 'basic',
    more: ['subscription.cancel', 'subscription.undo'],
    rest: { undone: [{ kind: 'cancellation', ...atTheEnd, undoneOn: localDate('2026-04-12') }] },
  },
  {
    title: 'the month after a pause',
    plan: 'basic',
    more: ['subscription.pause'],
    rest: { pauses: [{ on: localDate('2026-04-11'), until: localDate('2026-04-21') }] },
  },
];

describe('The invoice that is announced a week ahead is the one that comes:', () => {
  for (const { title, customer = 'Acme', plan, more, rest } of stories)
    check(title, { topic: 'preview', needs: [...needs, ...more], tags: ['@risk-high'] }, async (world) => {
      const { currency = 'EUR' } = castMember(customer) ?? {};
      const history = castHistory(customer, {
        plans: plans.map((one) => ({ ...one, currency })),
        subscriptions: [subscriptionOf(plan, '2026-04-01', rest)],
        usage: more.includes('usage') ? calls : [],
        until: '2026-04-24',
      });
      const billed = (await billHistories(world, [history])).get(customer);
      if (billed === undefined) return;
      const { session, customer: who } = billed;
      const day = localDate('2026-05-01');
      const preview = await session.previewInvoice(who.customerId, day);
      await session.advanceTo(day);
      const invoices = await session.invoices(who.customerId);
      expectPreviewOf(
        world,
        preview,
        invoices.find(({ issueDate }) => issueDate === day),
      );
    });

  check(
    'none for a subscription that ends on that day',
    { topic: 'preview', needs: [...needs, 'subscription.cancel'], tags: ['@risk-high'] },
    async (world) => {
      const end = { cancelledOn: atTheEnd.on, cancelToldOn: atTheEnd.toldOn, cancelTiming: atTheEnd.timing };
      const history = castHistory('Acme', {
        plans,
        subscriptions: [subscriptionOf('basic', '2026-04-01', end)],
        until: '2026-04-24',
      });
      const billed = (await billHistories(world, [history])).get('Acme');
      const preview = await billed?.session.previewInvoice(billed.customer.customerId, atTheEnd.on);
      world.expectEqual('preview of the day of the end', null, preview);
    },
  );

  check(
    'three months ahead, either the month of that day or all that is due by then',
    { topic: 'preview', needs, tags: ['@edge'] },
    async (world) => {
      const history = castHistory('Acme', {
        plans,
        subscriptions: [subscriptionOf('basic', '2026-04-01')],
        until: '2026-04-24',
      });
      const billed = (await billHistories(world, [history])).get('Acme');
      const preview = await billed?.session.previewInvoice(
        billed.customer.customerId,
        localDate('2026-07-01'),
      );
      const periods = (preview?.lines ?? []).map(({ period }) => period?.from).toSorted();
      const all = ['2026-05-01', '2026-06-01', '2026-07-01'];
      const isAll = periods.length > 1;
      world.expectEqual('first days of the announced months', isAll ? all : ['2026-07-01'], periods);
    },
  );
});

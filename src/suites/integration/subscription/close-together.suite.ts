import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { expectedInvoices } from '../../../oracle/invoicing/expected-invoices.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { expectBilling, expectSound } from '../../../scenario/billing-agreement.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import {
  type CustomerHistory,
  customerHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { type Deeds, pairsOfDeeds } from '../../../scenario/situations/pairs-of-deeds.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'price.several-fees', 'usage'] as const;
const tags = ['@edge', '@risk-high'];

/** Soon after a beginning, in the middle, and before an end; periods begin on the first of the month. */
const days = ['2026-04-02', '2026-04-16', '2026-04-29'].map(localDate);
const timings = ['advance', 'arrears'] as const;

function charges(timing: (typeof timings)[number], seat: string): readonly Charge[] {
  return [
    { kind: 'recurring', code: 'fee', timing, price: { kind: 'flat', amount: '30.00' } },
    { kind: 'recurring', code: 'seats', timing, price: { kind: 'per-unit', unit: seat } },
    metered('calls', { kind: 'per-unit', unit: '0.10' }),
  ];
}

/** Two seats of a plan from 1 April on, charged ahead or afterwards, and some usage in each part of each month. */
function customerOf(name: string, timing: (typeof timings)[number], deeds: Deeds): CustomerHistory {
  const named = (plan: string) => `${plan} in ${timing}`;
  const order = subscriptionOf(named('light'), '2026-04-01', { quantity: '2' });
  return customerHistory(
    { name, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
    {
      plans: [
        monthlyPlan(named('light'), charges(timing, '6.00')),
        monthlyPlan(named('heavy'), charges(timing, '15.00')),
        monthlyPlan(named('extra'), charges(timing, '9.00')),
      ],
      subscriptions: [
        { ...order, ...deeds, changes: deeds.changes.map((one) => ({ ...one, plan: named(one.plan) })) },
      ],
      usage: ['2026-04-01', '2026-04-10', '2026-04-20', '2026-05-05'].map((day) => ({
        id: `used on ${day}`,
        meter: 'calls',
        quantity: '40',
        at: instant(`${day}T12:00:00Z`),
      })),
      until: '2026-06-15',
    },
  );
}

/** A customer for each timing and each day, with what he does from then on. */
function customers(deedsFrom: (day: LocalDate) => Deeds): readonly CustomerHistory[] {
  return timings.flatMap((timing) =>
    days.map((day) => customerOf(`in ${timing}, from ${day} on`, timing, deedsFrom(day))),
  );
}

/** How the day is put down is the target's own; what all of it comes to is not. */
async function expectSameInAll(
  world: World,
  { done, left }: { readonly done: readonly CustomerHistory[]; readonly left: readonly CustomerHistory[] },
): Promise<void> {
  const billed = await billHistories(world, done);
  for (const { name, billing } of left) {
    const { currency } = billing;
    const expected = expectedInvoices(billing, world.profile).map(({ total }) => total);
    const actual = billed.get(name)?.invoices.filter(({ status }) => status === 'finalised') ?? [];
    for (const invoice of actual) expectSound(world, name, invoice);
    world.expectMoney({
      measure: 'billed in all',
      expected: sumMoney(expected, currency),
      actual: sumMoney(
        actual.map(({ total }) => total),
        currency,
      ),
      nature: 'charge',
      customer: name,
      invoice: actual.map(({ number }) => number).join(', '),
      explanation: 'What was in force for no day costs nothing: the same as if only the last had been told.',
    });
  }
}

describe('Done on one day', () => {
  for (const { title, needs: more, done, left } of pairsOfDeeds)
    if (left !== null)
      check(
        `${title}: only what is left of it at the end of the day is paid`,
        { topic: 'proration', needs: [...needs, ...more], tags },
        (world) =>
          expectSameInAll(world, { done: customers((day) => done(day, day)), left: customers(left) }),
      );
});

describe('Done on two days, one after the other', () => {
  for (const { title, needs: more, done } of pairsOfDeeds)
    check(
      `${title}: the day between them is billed as it was`,
      { topic: 'proration', needs: [...needs, ...more], tags },
      async (world) => {
        const histories = customers((day) => done(day, addDays(day, 1)));
        const billed = await billHistories(world, histories);
        for (const history of histories)
          expectBilling(world, history, billed.get(history.name)?.invoices ?? []);
      },
    );
});

describe('Done on one day, with an amount off each invoice', () => {
  check(
    'What is given back later goes by what was taken off the last of them',
    {
      topic: 'discount',
      needs: [
        'clock',
        'price.per-unit',
        'coupon',
        'coupon.limits',
        'subscription.quantity',
        'subscription.cancel',
      ],
      tags: [...tags, '@coupon'],
    },
    async (world) => {
      const start = localDate('2026-04-01');
      const seat: Charge = {
        kind: 'recurring',
        code: 'seats',
        timing: 'advance',
        price: { kind: 'per-unit', unit: '30.00' },
      };
      const plan = monthlyPlan('basic', [seat]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      await session.advanceTo(localDate('2026-04-10'));
      const code = `${world.checkId}-five`;
      await session.createCoupon(couponOf(code, amountOff('5.00')));
      await session.redeemCoupon({ key: code, customerId, code, subscriptionId: null });
      const timing = { kind: 'date', date: localDate('2026-04-16') } as const;
      await session.advanceTo(timing.date);
      for (const quantity of ['2', '3']) await session.changeQuantity(subscription.id, quantity, timing);
      const end = localDate('2026-04-26');
      await session.advanceTo(end);
      await session.cancel(subscription.id, { kind: 'date', date: end });
      await expectBilledInAll(world, contract, {
        net: '41.67',
        because: 'EUR 15.00 of one seat; 45.00 less 5.00 of three; a third of that, 13.33, is given back.',
      });
    },
  );
});

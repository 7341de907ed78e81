import { describe } from 'vitest';
import type { Charge } from '../../model/billing/catalog.ts';
import { addDays, instant, type LocalDate, localDate } from '../../model/date.ts';
import { sumMoney } from '../../model/money.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { billHistories } from '../../scenario/billed-history.ts';
import { expectBilling, expectSound } from '../../scenario/billing-agreement.ts';
import { check } from '../../scenario/check.ts';
import {
  type CustomerHistory,
  customerHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../scenario/drawn/customer-history.ts';
import { type Deeds, pairsOfDeeds } from '../../scenario/situations/pairs-of-deeds.ts';
import type { World } from '../../scenario/world.ts';

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

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { expectBooksOf } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax', 'discount', 'ledger', 'upgrade'] as const;

const monthly = monthlyPlan('basic', [fee('33.33')]);
const quarterly = monthlyPlan('quarter', [fee('99.99')], { interval: { unit: 'month', count: 3 } });
const daily = monthlyPlan('thirty', [fee('12.00')], { interval: { unit: 'day', count: 30 } });

function history(
  name: string,
  until: string,
  parts: Partial<Parameters<typeof castHistory>[1]>,
): CustomerHistory {
  return castHistory(name, {
    plans: [monthly, quarterly, daily],
    subscriptions: [subscriptionOf('basic', '2026-01-31')],
    taxRates: [taxFrom('2020-01-01', '19')],
    until,
    ...parts,
  });
}

/** Everything that a customer or an accountant can see of the world. */
async function seen(
  session: BillingSession,
  customerId: string,
  subscriptionIds: readonly string[],
): Promise<string> {
  const invoices = await session.invoices(customerId);
  const ledger = await session.ledger(customerId);
  const subscriptions = await Promise.all(subscriptionIds.map((id) => session.subscription(id)));
  return JSON.stringify({ invoices, ledger, subscriptions }, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}

/** Bills on the old data, upgrades, bills on: the whole is what it would have been without. */
async function expectUpgrade(
  world: World,
  {
    before,
    after,
    times = 1,
  }: { readonly before: CustomerHistory; readonly after: CustomerHistory; readonly times?: number },
): Promise<void> {
  const billed = (await billHistories(world, [before])).get(before.name);
  if (billed === undefined) throw new RangeError('nobody was played');
  const { session, customer } = billed;
  const { customerId } = customer;
  const subscriptionIds = [...customer.subscriptionIds.values()];
  const stood = await seen(session, customerId, subscriptionIds);
  for (let time = 0; time < times; time += 1) await session.upgradeData();
  world.expectThat(
    stood === (await seen(session, customerId, subscriptionIds)),
    'Invoices, books or subscriptions are not what they were before the upgrade.',
  );
  await session.bill(before.billing.until);
  world.expectThat(
    stood === (await seen(session, customerId, subscriptionIds)),
    'A bill run after the upgrade billed what was billed before it.',
  );
  await session.advanceTo(after.billing.until);
  expectBilling(world, after, await session.invoices(customerId));
  await expectBooksOf(world, session, { history: after, customerId, payments: 'none' });
}

describe('Stored data under a new version', () => {
  for (const [what, parts] of [
    ['A subscription from the 31st', {}],
    ['A quarter from the 30th of November', { subscriptions: [subscriptionOf('quarter', '2025-11-30')] }],
    ['Thirty days at a time', { subscriptions: [subscriptionOf('thirty', '2026-01-31')] }],
    ['A customer with a discount', { discounts: [{ from: localDate('2026-01-31'), percent: '7.5' }] }],
  ] as const) {
    check(
      `${what} is billed on after the upgrade as if there had been none`,
      { topic: 'calendar', needs, tags: ['@risk-high'] },
      (world) =>
        expectUpgrade(world, {
          before: history('Acme', '2026-02-10', parts),
          after: history('Acme', '2026-09-15', parts),
        }),
    );
  }

  check(
    'A subscription that ended before the upgrade stays as it was billed',
    { topic: 'calendar', needs: [...needs, 'subscription.cancel'], tags: ['@risk-high'] },
    async (world) => {
      const parts = {
        subscriptions: [subscriptionOf('basic', '2026-01-31', { cancelledOn: localDate('2026-03-10') })],
      };
      await expectUpgrade(world, {
        before: history('Kim', '2026-04-15', parts),
        after: history('Kim', '2026-07-15', parts),
      });
    },
  );

  for (const [what, until] of [
    ['A subscription that is paused at the upgrade stays as it was billed', null],
    ['A pause that was over before the upgrade is given back once', localDate('2026-03-20')],
  ] as const)
    check(
      what,
      { topic: 'calendar', needs: [...needs, 'subscription.pause'], tags: ['@risk-high'] },
      async (world) => {
        const pauses = [{ on: localDate('2026-03-10'), until }];
        const parts = { subscriptions: [subscriptionOf('basic', '2026-01-31', { pauses })] };
        await expectUpgrade(world, {
          before: history('Acme', '2026-04-15', parts),
          after: history('Acme', '2026-09-15', parts),
        });
      },
    );

  check(
    'A plan that was changed before the upgrade is credited and charged once',
    { topic: 'calendar', needs: [...needs, 'subscription.change'], tags: ['@risk-high'] },
    async (world) => {
      const changes = [{ on: localDate('2026-03-10'), plan: 'quarter' }];
      const parts = { subscriptions: [subscriptionOf('basic', '2026-01-31', { changes })] };
      await expectUpgrade(world, {
        before: history('Acme', '2026-04-15', parts),
        after: history('Acme', '2026-09-15', parts),
      });
    },
  );

  check(
    'An upgrade that is started twice changes nothing more',
    { topic: 'idempotency', needs, tags: ['@risk-high'] },
    (world) =>
      expectUpgrade(world, {
        before: history('Acme', '2026-03-15', {}),
        after: history('Acme', '2026-05-15', {}),
        times: 2,
      }),
  );
});

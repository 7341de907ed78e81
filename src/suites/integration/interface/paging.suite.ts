import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyOf, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const start = localDate('2026-01-01');

/** More than the pages that targets commonly give, all of one day. */
const many = 121;

/** No divisor of it, a usual one, and one that is more than many a target gives at once. */
const pageSizes = [7, 50, 100];

describe('Long lists', () => {
  check(
    `${many} subscriptions billed on one day are each listed once`,
    { topic: 'paging', needs: ['price.flat'], tags: ['@risk-high'], timeoutMs: 60_000 },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('1.25')]);
      const { session, customerId, subscription } = await openContract(world, {
        customer: 'Acme',
        plan,
        start,
      });
      const ids = [subscription.id];
      for (let number = 2; number <= many; number += 1) {
        const key = `${world.checkId}-${number}`;
        const next = await session.subscribe({
          key,
          customerId,
          plan: plan.plan,
          start,
          quantity: '1',
          billing: 'anniversary',
        });
        ids.push(next.id);
      }
      const invoices = await session.invoices(customerId);
      world.expectEqual(
        'invoices listed twice',
        0,
        invoices.length - new Set(invoices.map(({ id }) => id)).size,
      );
      const billed = invoices
        .flatMap(({ lines }) => lines.map(({ subscriptionId }) => subscriptionId))
        .sort();
      world.expectEqual('subscriptions on the invoices', ids.length, billed.length);
      world.expectThat(
        JSON.stringify(ids.toSorted()) === JSON.stringify(billed),
        'Some subscription is on no listed invoice, or on two.',
      );
      world.expectMoney({
        measure: 'all listed invoices',
        expected: moneyOf(BigInt(many) * 125n, 'EUR'),
        actual: sumMoney(
          invoices.map(({ total }) => total),
          'EUR',
        ),
        nature: 'books',
        customer: 'Acme',
        explanation: `${many} subscriptions at EUR 1.25, all billed on one day.`,
      });
      const listed = invoices.map(({ id }) => id);
      for (const size of pageSizes) {
        const again = await session.invoices(customerId, size);
        world.expectEqual(
          `invoices listed in pages of ${size}`,
          listed,
          again.map(({ id }) => id),
        );
      }
    },
  );

  check(
    'Each invoice of the list is the one that is read by its id',
    { topic: 'paging', needs: ['clock', 'price.flat'] },
    async (world) => {
      const plan = monthlyPlan('daily', [fee('0.35')], { interval: { unit: 'day', count: 1 } });
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      await session.advanceTo(localDate('2026-02-15'));
      const invoices = await session.invoices(customerId);
      world.expectEqual('invoices of 46 days', 46, invoices.length);
      const days = invoices.map(({ issueDate }) => issueDate);
      world.expectEqual('invoices in order of issue', days.toSorted(), days);
      for (const listed of [invoices.at(0), invoices.at(20), invoices.at(-1)]) {
        if (listed === undefined) continue;
        world.expectThat(
          sameText(listed, await session.invoice(listed.id)),
          `Invoice ${listed.number} differs between list and reading.`,
        );
      }
    },
  );
});

function sameText(left: unknown, right: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part));
  return text(left) === text(right);
}

import { describe } from 'vitest';
import { moneyOf } from '../../model/money.ts';
import { type BillingSession, loadOperations } from '../../scenario/billing-session.ts';
import { check } from '../../scenario/check.ts';
import {
  customerHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../scenario/drawn/customer-history.ts';
import { playHistories } from '../../scenario/drawn/play-history.ts';
import { expectBurstKept } from '../../scenario/situations/usage-burst.ts';
import type { World } from '../../scenario/world.ts';
import { writeLoadFile } from './load-file.ts';
import { customerCount, firstPeriod, loadHistory, type Seeded, writeSeeded } from './population.ts';

describe('Before the load', () => {
  check(
    `${customerCount} customers with a metered subscription each have their first invoice at the right amount`,
    { topic: 'load', needs: ['load', 'clock', 'usage', 'price.flat', 'price.graduated'], timeoutMs: 60_000 },
    async (world) => {
      const histories = Array.from({ length: customerCount }, (_, number) => ({
        ...loadHistory(number, 0),
      })).map((history) => ({ ...history, billing: { ...history.billing, until: firstPeriod.from } }));
      const session = await world.target(firstPeriod.from, { keep: true });
      const played = await playHistories(session, histories, { key: world.checkId, steps: 'jump' });
      const customers: Seeded['customers'] = [];
      for (const [name, { customerId, subscriptionIds }] of played) {
        const [subscriptionId = ''] = subscriptionIds.values();
        const invoiceId = await firstInvoice(world, session, { name, customerId });
        customers.push({ customerId, subscriptionId, invoiceId });
      }
      await writeLoadFile(world.configuration, session, customers);
      const requestsBefore = await requestCounts(world, session);
      await writeSeeded(world.configuration, { handle: session.handle, customers, requestsBefore });
    },
  );

  check(
    'A burst of batches that meet at the same customers is kept whole',
    {
      topic: 'load',
      needs: ['load', 'clock', 'usage', 'price.per-unit'],
      tags: ['@risk-high'],
      timeoutMs: 60_000,
    },
    async (world) => {
      const session = await world.target(firstPeriod.from);
      const gigabytes = metered('gigabytes', { kind: 'per-unit', unit: '1.00' });
      const histories = Array.from({ length: 5 }, (_, number) =>
        customerHistory(
          { name: `Burst customer ${number + 1}`, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
          {
            plans: [monthlyPlan('burst', [gigabytes])],
            subscriptions: [subscriptionOf('burst', firstPeriod.from)],
            until: firstPeriod.from,
          },
        ),
      );
      const played = await playHistories(session, histories, { key: world.checkId, steps: 'jump' });
      const ids = [...played.values()].map(({ customerId }) => customerId);
      await expectBurstKept(world, session, ids);
    },
  );
});

async function firstInvoice(
  world: World,
  session: BillingSession,
  { name, customerId }: { readonly name: string; readonly customerId: string },
): Promise<string> {
  const [invoice, ...others] = await session.invoices(customerId);
  world.expectEqual(`${name}, further invoices on the first day`, 0, others.length);
  world.expectMoney({
    measure: 'first invoice',
    expected: moneyOf(25_00n, 'EUR'),
    actual: invoice?.total ?? moneyOf(0n, 'EUR'),
    nature: 'charge',
    customer: name,
    invoice: invoice?.number ?? '',
    explanation: 'The fee of the first month, in advance.',
  });
  return invoice?.id ?? 'no invoice';
}

async function requestCounts(world: World, session: BillingSession): Promise<Record<string, number>> {
  if (!world.can('request-log')) return {};
  const counts: Record<string, number> = {};
  for (const operation of loadOperations) counts[operation] = await session.requestCount(operation);
  return counts;
}

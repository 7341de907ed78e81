import { describe } from 'vitest';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const monthLater = localDate('2026-02-01');

/** Four times as much may take four times the work, and a part of it again for what grows a little with size. */
const growthMax = 4 * 1.3;

const plan = monthlyPlan('basic', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '0.01' })]);

async function workOf(session: BillingSession, act: () => Promise<unknown>): Promise<number> {
  const before = await session.rowsRead();
  await act();
  return (await session.rowsRead()) - before;
}

async function withCustomers(world: World, count: number): Promise<BillingSession> {
  const session = await world.target(start);
  await session.publish(plan);
  const order = async (_: unknown, number: number) => {
    const key = `${world.checkId}-${count}-${number}`;
    const { id: customerId } = await session.createCustomer({
      key,
      name: `Customer ${number}`,
      country: 'DE',
      currency: 'EUR',
      timeZone: 'UTC',
    });
    await session.subscribe({
      key,
      customerId,
      plan: plan.plan,
      start,
      quantity: '1',
      billing: 'anniversary',
    });
  };
  for (let done = 0; done < count; done += 10)
    await Promise.all(Array.from({ length: 10 }, (_, index) => order(_, done + index)));
  return session;
}

function expectGrowth(world: World, what: string, [small, large]: readonly [number, number]): void {
  world.expectThat(small > 0, `No row was read for ${what}, so nothing was measured.`);
  world.expectThat(
    large <= small * growthMax,
    `Four times as much ${what} took ${(large / small).toFixed(1)} times the work (${small} rows, then ${large}), expected at most ${growthMax}.`,
  );
}

/** Ends the check at the first step that grows too much: the next one might not come to an end. */
function expectLastGrowth(world: World, works: Readonly<Record<string, readonly number[]>>): void {
  for (const [what, work] of Object.entries(works)) {
    const [small, large] = work.slice(-2);
    if (small !== undefined && large !== undefined) expectGrowth(world, what, [small, large]);
  }
  world.verify();
}

describe('Work that grows with size', () => {
  check(
    'Four times as many customers take about four times the work in a bill run, and one that finds nothing no more',
    {
      topic: 'load',
      needs: ['clock', 'price.flat', 'usage', 'effort'],
      tags: ['@risk-high'],
      timeoutMs: 60_000,
    },
    async (world) => {
      const work: Record<'billing' | 'repeating', number[]> = { billing: [], repeating: [] };
      for (const count of [20, 80, 320]) {
        const session = await withCustomers(world, count);
        work.billing.push(await workOf(session, () => session.advanceTo(monthLater)));
        work.repeating.push(await workOf(session, () => session.bill(monthLater)));
        expectLastGrowth(world, {
          'billed customers': work.billing,
          'customers who were billed already': work.repeating,
        });
      }
    },
  );

  check(
    'Usage of 1,000, 4,000 and 16,000 events takes work in proportion when it is sent and when it is billed',
    {
      topic: 'load',
      needs: ['clock', 'price.per-unit', 'usage', 'effort'],
      tags: ['@risk-high'],
      timeoutMs: 60_000,
    },
    async (world) => {
      const sent: number[] = [];
      const billed: number[] = [];
      // The first steps are small: who works by the square of it would not come to the end of a large one in time.
      for (const count of [64, 256, 1_000, 4_000, 16_000]) {
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
        const events = Array.from({ length: count }, (_, number) => ({
          id: `${world.checkId}-${count}-${number}`,
          customerId,
          meter: 'calls',
          quantity: '1',
          at: momentOn(addDays(start, number % 28), number),
        }));
        const batches = Map.groupBy(events, (_, index) => Math.floor(index / 250));
        sent.push(
          await workOf(session, async () => {
            for (const batch of batches.values()) await session.sendUsage(batch);
          }),
        );
        billed.push(await workOf(session, () => session.advanceTo(monthLater)));
        expectLastGrowth(world, { 'usage sent': sent, 'usage billed': billed });
      }
    },
  );

  check(
    "Reading one customer's invoices takes no more work when there are more customers",
    { topic: 'load', needs: ['clock', 'price.flat', 'usage', 'preview.invoice', 'effort'] },
    async (world) => {
      const work: number[] = [];
      const single: number[] = [];
      const previewed: number[] = [];
      for (const count of [10, 40]) {
        const session = await withCustomers(world, count);
        const key = `${world.checkId}-last-${count}`;
        const home = { country: 'DE', currency: 'EUR', timeZone: 'UTC' };
        const { id } = await session.createCustomer({ key, name: 'Last', ...home });
        const { id: others } = await session.createCustomer({ key: `${key}-other`, name: 'Other', ...home });
        await session.subscribe({
          key,
          customerId: id,
          plan: plan.plan,
          start,
          quantity: '1',
          billing: 'anniversary',
        });
        work.push(await workOf(session, () => session.invoices(id)));
        const [{ id: invoiceId = '' } = {}] = await session.invoices(id);
        single.push(await workOf(session, () => session.invoice(invoiceId)));
        await session.sendUsage(usageOfOthers(world, others, count * 5));
        previewed.push(await workOf(session, () => session.previewInvoice(id, monthLater)));
      }
      for (const [small = 0, large = 0] of [work, single, previewed])
        world.expectThat(
          small > 0 && large <= small * 1.5,
          `Reading took ${small} rows among 10 customers and ${large} among 40, expected no growth.`,
        );
    },
  );
});

function usageOfOthers(world: World, customerId: string, count: number) {
  return Array.from({ length: count }, (_, number) => ({
    id: `${world.checkId}-${count}-others-${number}`,
    customerId,
    meter: 'calls',
    quantity: '1',
    at: momentOn(start, number),
  }));
}

function momentOn(day: LocalDate, number: number) {
  const clock = [Math.floor(number / 3600) % 24, Math.floor(number / 60) % 60, number % 60];
  const time = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return instant(`${day}T${time}Z`);
}

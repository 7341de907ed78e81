import { describe } from 'vitest';
import { addDays, localDate } from '../../model/date.ts';
import { type BillingSession, refusalOf } from '../../scenario/billing-session.ts';
import { check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { expectSeries } from '../../scenario/number-series.ts';
import { eur } from '../../scenario/situations/paying-customer.ts';
import type { World } from '../../scenario/world.ts';

const start = localDate('2026-01-01');
const plan = monthlyPlan('basic', [fee('10.00')]);

async function customersOf(world: World, session: BillingSession, count: number): Promise<readonly string[]> {
  await session.publish(plan);
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await session.createCustomer({
      key: `${world.checkId}-${number}`,
      name: `Customer ${number}`,
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    ids.push(id);
  }
  return ids;
}

function order(world: World, customerId: string, number: number | string) {
  const key = `${world.checkId}-order-${number}`;
  return { key, customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
}

async function invoicesOf(session: BillingSession, customerIds: readonly string[]) {
  return (await Promise.all(customerIds.map((id) => session.invoices(id)))).flat();
}

describe('Numbers of invoices', () => {
  check(
    'Months of several customers are numbered without a gap, and a day with nothing to bill takes no number',
    { topic: 'document', needs: ['clock', 'price.flat', 'preview.invoice'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 3);
      for (const [index, id] of ids.entries()) await session.subscribe(order(world, id, index));
      await session.advanceTo(localDate('2026-02-01'));
      for (const id of ids) await session.previewInvoice(id, localDate('2026-03-01'));
      for (const day of [1, 2, 3]) {
        await session.advanceTo(addDays(localDate('2026-02-01'), day));
        await session.bill(addDays(localDate('2026-02-01'), day));
      }
      await session.advanceTo(localDate('2026-03-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices', 9, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Orders and payments that are refused take no number',
    { topic: 'document', needs: ['clock', 'price.flat', 'payment'], tags: ['@close'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 2);
      const [first = '', second = ''] = ids;
      await session.subscribe(order(world, first, 1));
      const unknown = { ...order(world, first, 'unknown'), plan: 'no-such-plan' };
      const doubled = { ...order(world, second, 'doubled'), customerId: 'no-such-customer' };
      for (const impossible of [unknown, doubled])
        world.expectRefused(await refusalOf(session.subscribe(impossible)), 'An impossible order was taken.');
      const payment = { key: `${world.checkId}-pay`, invoiceId: 'no-such-invoice', amount: eur('10.00') };
      world.expectRefused(await refusalOf(session.pay(payment)), 'A payment for no invoice was taken.');
      await session.subscribe(order(world, second, 2));
      await session.advanceTo(localDate('2026-02-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices of two months', 4, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Ten orders at one instant are numbered without a gap and without a repeat',
    { topic: 'document', needs: ['price.flat'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 10);
      await Promise.all(ids.map((id, index) => session.subscribe(order(world, id, index))));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices', 10, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Each legal entity has a series of its own, and old invoices keep theirs',
    { topic: 'document', needs: ['clock', 'price.flat', 'legal-entity'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const [german = '', austrian = '', moving = ''] = await customersOf(world, session, 3);
      await session.createLegalEntity({ key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' });
      await session.assignToEntity(austrian, 'at');
      for (const [index, id] of [german, austrian, moving].entries())
        await session.subscribe(order(world, id, index));
      await session.advanceTo(localDate('2026-02-15'));
      await session.assignToEntity(moving, 'at');
      await session.advanceTo(localDate('2026-03-15'));
      const moved = await session.invoices(moving);
      world.expectEqual('invoices of the one who moved', 3, moved.length);
      expectSeries(world, 'the first entity', [...(await session.invoices(german)), ...moved.slice(0, 2)]);
      expectSeries(world, 'the Austrian entity', [...(await session.invoices(austrian)), ...moved.slice(2)]);
      const all = await invoicesOf(session, [german, austrian, moving]);
      world.expectEqual('different numbers', all.length, new Set(all.map(({ number }) => number)).size);
    },
  );

  check(
    'The number of a voided invoice is neither missing nor given again',
    { topic: 'document', needs: ['clock', 'price.flat', 'invoice.void'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 2);
      for (const [index, id] of ids.entries()) await session.subscribe(order(world, id, index));
      const [first = ''] = ids;
      const [invoice] = await session.invoices(first);
      if (invoice !== undefined) await session.voidInvoice(`${world.checkId}-void`, invoice.id);
      await session.advanceTo(localDate('2026-02-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectThat(
        invoices.some(({ id, status }) => id === invoice?.id && status === 'void'),
        'The voided invoice is not in the list any more.',
      );
      expectSeries(world, 'the seller', invoices);
    },
  );
});

import { describe } from 'vitest';
import { addDays, instant, localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectSeries } from '../../../scenario/number-series.ts';
import { customersOf, order, start } from '../../../scenario/situations/numbered-customers.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

/** Each makes one invoice more. */
const invoicesBesideBillRuns: readonly {
  readonly what: string;
  readonly need: NonNullable<CheckOptions['needs']>[number];
  readonly act: (world: World, session: BillingSession, customerId: string) => Promise<unknown>;
}[] = [
  {
    what: 'what is charged by hand',
    need: 'invoice.charge',
    act: ({ checkId }, session, customerId) =>
      session.charge({
        key: `${checkId}-charge`,
        customerId,
        text: 'Training',
        amount: eur('3.00'),
        date: start,
      }),
  },
  {
    what: 'usage that is billed ahead of its end',
    need: 'usage.thresholds',
    act: async ({ checkId }, session, customerId) => {
      await session.publish(monthlyPlan('calls', [metered('calls', { kind: 'per-unit', unit: '1.00' })]));
      const begins = addDays(start, 9);
      const order = {
        key: `${checkId}-calls`,
        customerId,
        plan: 'calls',
        start: begins,
        quantity: '1',
      } as const;
      const { id } = await session.subscribe({ ...order, billing: 'anniversary' });
      await session.setThresholds(id, [eur('5.00')]);
      const at = instant(`${begins}T12:00:00Z`);
      await session.sendUsage([{ id: `${checkId}-event`, customerId, meter: 'calls', quantity: '7', at }]);
    },
  },
  {
    what: 'what is billed again',
    need: 'invoice.rebill',
    act: async ({ checkId }, session, customerId) => {
      const invoiceId = (await session.invoices(customerId))[0]?.id ?? '';
      await session.voidInvoice(`${checkId}-void`, invoiceId);
      await session.rebill({ key: `${checkId}-again`, invoiceId, without: [] });
    },
  },
  {
    what: 'a draft that becomes final',
    need: 'invoice.draft',
    act: async (world, session, customerId) => {
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.subscribe({ ...order(world, customerId, 'reviewed'), start: addDays(start, 9) });
      const draft = (await session.drafts(customerId))[0]?.id ?? '';
      await session.finalise(`${world.checkId}-final`, draft);
      await session.reviewInvoices(customerId, { kind: 'none' });
    },
  },
];

async function assignAll(session: BillingSession, key: string, ids: readonly string[]): Promise<void> {
  const numberPrefix = `${key.toUpperCase()}-`;
  await session.createLegalEntity({ key, name: `${key} GmbH`, numberPrefix, currency: 'EUR' });
  for (const id of ids) await session.assignToEntity(id, key);
}

describe('Of a legal entity', () => {
  for (const { what, need, act } of invoicesBesideBillRuns)
    check(
      `A legal entity numbers ${what} in its series, too`,
      {
        topic: 'document',
        needs: ['clock', 'price.flat', 'legal-entity', need],
        tags: ['@close', '@edge', '@risk-high'],
      },
      async (world) => {
        const session = await world.target(start);
        const [german = '', austrian = ''] = await customersOf(world, session, 2);
        await session.createLegalEntity({
          key: 'at',
          name: 'Wien GmbH',
          numberPrefix: 'AT-',
          currency: 'EUR',
        });
        await session.assignToEntity(austrian, 'at');
        for (const [index, id] of [german, austrian].entries())
          await session.subscribe(order(world, id, index));
        await session.advanceTo(addDays(start, 9));
        await act(world, session, austrian);
        await session.advanceTo(localDate('2026-02-05'));
        const his = await session.invoices(austrian);
        world.expectEqual('his invoices', 3, his.length);
        expectSeries(world, 'the Austrian entity', his);
        expectSeries(world, 'the first entity', await session.invoices(german));
      },
    );

  check(
    'Each series goes on by itself under a new version, be it longer or shorter than the others',
    {
      topic: 'document',
      needs: ['clock', 'price.flat', 'legal-entity', 'upgrade'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 6);
      const [first, second, third] = [ids.slice(0, 3), ids.slice(3, 5), ids.slice(5)];
      await assignAll(session, 'at', second);
      await assignAll(session, 'ch', third);
      for (const [index, id] of ids.entries()) await session.subscribe(order(world, id, index));
      for (const day of ['2026-02-05', '2026-03-05']) {
        await session.upgradeData();
        await session.advanceTo(localDate(day));
      }
      for (const owned of [first, second, third]) {
        const invoices = (await Promise.all(owned.map((id) => session.invoices(id)))).flat();
        world.expectEqual('invoices of three months', 3 * owned.length, invoices.length);
        expectSeries(world, `the entity of ${owned.length}`, invoices);
      }
    },
  );
});

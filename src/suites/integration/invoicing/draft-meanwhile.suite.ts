import { describe } from 'vitest';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import { moneyAmount } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.per-unit', 'usage', 'invoice.draft'] as const;
const topic = 'usage' as const;
const tags = ['@edge', '@risk-high'];
const start = localDate('2026-01-01');
const billDay = localDate('2026-02-01');
const secondBillDay = localDate('2026-03-01');
const plan = monthlyPlan('metered', [metered('calls', { kind: 'per-unit', unit: '2.00' })]);

function use(
  world: World,
  { session, customerId }: OpenContract,
  { on, quantity }: { readonly on: LocalDate; readonly quantity: string },
) {
  const at = instant(`${on}T12:00:00Z`);
  return session.sendUsage([{ id: `${world.checkId}-${on}`, customerId, meter: 'calls', quantity, at }]);
}

/** Ten calls of January wait on a draft, of which somebody was told on 1 February. */
async function waiting(world: World): Promise<OpenContract> {
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  const { session, customerId } = contract;
  await session.reviewInvoices(customerId, { kind: 'by-hand' });
  await use(world, contract, { on: localDate('2026-01-20'), quantity: '10' });
  await session.advanceTo(billDay);
  return contract;
}

async function subtotals(
  invoices: Promise<readonly { readonly subtotal: Parameters<typeof moneyAmount>[0] }[]>,
): Promise<readonly string[]> {
  return (await invoices).map(({ subtotal }) => moneyAmount(subtotal)).toSorted();
}

async function finaliseAll(world: World, session: BillingSession, customerId: string): Promise<void> {
  for (const { id } of await session.drafts(customerId)) await session.finalise(`${world.checkId}-${id}`, id);
}

describe('What is used while a bill waits', () => {
  for (const days of [0, 1, 9, 26])
    check(
      `until the day ${days} after it was made is on the bill of its own period`,
      { topic, needs, tags },
      async (world) => {
        const contract = await waiting(world);
        const { session, customerId } = contract;
        await session.advanceTo(addDays(billDay, days));
        await use(world, contract, { on: addDays(billDay, days), quantity: '3' });
        world.expectEqual('the draft', ['20.00'], await subtotals(session.drafts(customerId)));
        await session.advanceTo(addDays(billDay, days + 1));
        await finaliseAll(world, session, customerId);
        world.expectEqual('its invoice', ['20.00'], await subtotals(session.invoices(customerId)));
        await session.advanceTo(secondBillDay);
        await finaliseAll(world, session, customerId);
        world.expectEqual('both invoices', ['20.00', '6.00'], await subtotals(session.invoices(customerId)));
      },
    );

  check('together with the bill after it is on that one', { topic, needs, tags }, async (world) => {
    const contract = await waiting(world);
    const { session, customerId } = contract;
    await session.advanceTo(addDays(billDay, 3));
    await use(world, contract, { on: addDays(billDay, 3), quantity: '3' });
    await session.advanceTo(addDays(secondBillDay, 2));
    await use(world, contract, { on: addDays(secondBillDay, 2), quantity: '4' });
    world.expectEqual('the drafts', ['20.00', '6.00'], await subtotals(session.drafts(customerId)));
    await finaliseAll(world, session, customerId);
    world.expectEqual('their invoices', ['20.00', '6.00'], await subtotals(session.invoices(customerId)));
  });

  check(
    'that becomes final by itself is on the bill of its own period',
    { topic, needs: [...needs, 'invoice.draft-days'], tags },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'days', days: 5 });
      await use(world, contract, { on: localDate('2026-01-20'), quantity: '10' });
      await session.advanceTo(addDays(billDay, 2));
      await use(world, contract, { on: addDays(billDay, 2), quantity: '3' });
      await session.advanceTo(addDays(billDay, 6));
      world.expectEqual('its invoice', ['20.00'], await subtotals(session.invoices(customerId)));
      await session.advanceTo(addDays(secondBillDay, 6));
      world.expectEqual('both invoices', ['20.00', '6.00'], await subtotals(session.invoices(customerId)));
    },
  );
});

describe('A price that is new while a bill waits', () => {
  for (const [words, dearerFrom] of [
    ['the day after the bill day', addDays(billDay, 1)],
    ['the day on which it becomes final', addDays(billDay, 4)],
    ['the bill day after it', secondBillDay],
  ] as const)
    check(
      `leaves it as it is, where it is there from ${words} on`,
      { topic: 'calendar', needs: ['clock', 'price.flat', 'price.versions', 'invoice.draft'], tags },
      async (world) => {
        const sold = monthlyPlan('basic', [fee('30.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan: sold, start });
        const { session, customerId } = contract;
        await session.publish(monthlyPlan('basic', [fee('41.00')], { effectiveFrom: dearerFrom }));
        await session.reviewInvoices(customerId, { kind: 'by-hand' });
        await session.advanceTo(addDays(billDay, 4));
        world.expectEqual('the draft', ['30.00'], await subtotals(session.drafts(customerId)));
        await finaliseAll(world, session, customerId);
        await session.advanceTo(secondBillDay);
        await finaliseAll(world, session, customerId);
        const march = world.profile.existingSubscriptions === 'price-at-signing' ? '30.00' : '41.00';
        world.expectEqual(
          'all invoices',
          ['30.00', '30.00', march],
          await subtotals(session.invoices(customerId)),
        );
      },
    );
});

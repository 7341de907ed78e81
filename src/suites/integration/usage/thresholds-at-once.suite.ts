import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'usage', 'usage.thresholds'] as const;
const options = { topic: 'usage', needs, tags: ['@edge', '@risk-high'] } as const;
const start = localDate('2026-01-01');
const at = instant('2026-01-01T12:00:00Z');
const plan = monthlyPlan('metered', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '2.00' })]);
const home = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
const threshold = [eur('30.00')];

/** Metered calls at EUR 2.00 each, which are billed as soon as they come to EUR 30.00. */
async function served(world: World, session: BillingSession) {
  const contract = await openContract(world, { customer: 'Acme', plan, start, session });
  await session.setThresholds(contract.subscription.id, threshold);
  return contract;
}

/** One more who buys the same. */
async function alsoServed(world: World, session: BillingSession, name: string) {
  const key = `${world.checkId}-${name}`;
  const { id: customerId } = await session.createCustomer({ key, name, ...home });
  const { id } = await orderFor(world, { session, customerId }, { key, plan: plan.plan, start });
  await session.setThresholds(id, threshold);
  return { customerId };
}

async function expectUsageBilled(
  world: World,
  of: { readonly session: BillingSession; readonly customerId: string },
  expected: { readonly amount: string; readonly because: string },
): Promise<void> {
  const lines = (await of.session.invoices(of.customerId)).flatMap((invoice) => invoice.lines);
  world.expectMoney({
    measure: 'usage billed ahead of the end',
    expected: eur(expected.amount),
    actual: sumMoney(
      lines.filter(({ kind }) => kind === 'usage').map(({ net }) => net),
      'EUR',
    ),
    nature: 'charge',
    customer: of.customerId,
    explanation: expected.because,
  });
}

describe('Thresholds that are reached at one instant', () => {
  check('by several customers of one batch are billed to each of them', options, async (world) => {
    const session = await world.target(start);
    const contracts: readonly { readonly customerId: string }[] = [
      await served(world, session),
      await alsoServed(world, session, 'second'),
      await alsoServed(world, session, 'third'),
    ];
    const events = ['20', '5', '40'].map((quantity, index) => {
      const customerId = contracts[index]?.customerId ?? '';
      return { id: `${world.checkId}-${index}`, customerId, meter: 'calls', quantity, at };
    });
    await session.sendUsage(events);
    for (const [index, amount] of ['40.00', '0.00', '80.00'].entries()) {
      const { customerId = '' } = contracts[index] ?? {};
      const because = `${events[index]?.quantity} calls at EUR 2.00; billed at once from EUR 30.00 on.`;
      await expectUsageBilled(world, { session, customerId }, { amount, because });
    }
  });

  for (const { title, thresholds, amount } of [
    { title: 'by two subscriptions that share a meter are billed for both', thresholds: 2, amount: '80.00' },
    { title: 'by one of two subscriptions are billed for that one', thresholds: 1, amount: '40.00' },
  ])
    check(title, options, async (world) => {
      const session = await world.target(start);
      const contract = await served(world, session);
      const { customerId } = contract;
      const { id } = await orderFor(world, contract, { plan: plan.plan, start });
      if (thresholds === 2) await session.setThresholds(id, threshold);
      await session.sendUsage([
        { id: `${world.checkId}-calls`, customerId, meter: 'calls', quantity: '20', at },
      ]);
      const because = '20 calls at EUR 2.00 count for each subscription that charges for calls.';
      await expectUsageBilled(world, { session, customerId }, { amount, because });
    });
});

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { subtractMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const needs = ['clock', 'price.flat', 'payment', 'payment.receive'] as const;
const topic = 'payment' as const;

/** Acme is invoiced for each of his orders; all on one day. */
async function owes(world: World, prices: readonly string[]) {
  const [first = '0', ...others] = prices;
  const plan = monthlyPlan('plan-1', [fee(first)], { interval: { unit: 'year', count: 1 } });
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  const { session, customerId } = contract;
  for (const [index, price] of others.entries()) {
    const name = `plan-${index + 2}`;
    await session.publish({ ...plan, plan: name, charges: [fee(price)] });
    const order = { customerId, plan: name, start, quantity: '1', billing: 'anniversary' } as const;
    await session.subscribe({ key: `${world.checkId}-${name}`, ...order });
  }
  return contract;
}

type Owing = Awaited<ReturnType<typeof owes>>;

async function expectPaid(world: World, { session, customerId }: Owing, paid: readonly string[]) {
  const found = (await session.invoices(customerId)).map((invoice) => invoice.paid);
  // Of one day none is newer than another: where the newest comes first, only the sum is certain.
  if (world.profile.paymentAllocation === 'newest-first')
    world.expectEqual('paid in all', sumMoney(paid.map(eur), 'EUR'), sumMoney(found, 'EUR'));
  else world.expectEqual('paid by invoice, oldest first', paid.map(eur), found);
}

describe('Money for invoices of one day', () => {
  check(
    'pays them in the order in which they were issued, neither the smallest nor the newest first',
    { topic, needs, tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const owing = await owes(world, ['300.00', '20.00', '100.00']);
      const { session, customerId } = owing;
      const pay = (key: string, amount: string) =>
        session.receive({
          key: `${world.checkId}-${key}`,
          customerId,
          amount: eur(amount),
          invoiceIds: null,
        });
      await pay('one', '250.00');
      await expectPaid(world, owing, ['250.00', '0.00', '0.00']);
      await pay('two', '60.00');
      await expectPaid(world, owing, ['300.00', '10.00', '0.00']);
      await pay('three', '10.01');
      await expectPaid(world, owing, ['300.00', '20.00', '0.01']);
    },
  );

  check(
    'names one of them twice, and pays it once',
    { topic, needs, tags: ['@edge', '@new'] },
    async (world) => {
      const owing = await owes(world, ['30.00', '20.00']);
      const { session, customerId } = owing;
      const [first = ''] = (await session.invoices(customerId)).map(({ id }) => id);
      const key = `${world.checkId}-in`;
      const receipt = { key, customerId, amount: eur('55.00'), invoiceIds: [first, first] };
      const { surplus } = await session.receive(receipt);
      await expectPaid(world, owing, ['30.00', '0.00']);
      // A target may spend what is over on the other invoice at once, and as credit, not as a payment.
      const [, other] = await session.invoices(customerId);
      const spent = other?.due.amountMinor === 0n ? eur('20.00') : eur('0.00');
      const over = subtractMoney(eur('25.00'), spent);
      world.expectEqual('due of the other invoice', subtractMoney(eur('20.00'), spent), other?.due);
      world.expectEqual('surplus', over, surplus);
      if (world.can('balance'))
        world.expectEqual('balance', over, (await session.balance(customerId)).amount);
    },
  );
});

describe('An invoice that gives something back', () => {
  check(
    'adds nothing to money that comes',
    { topic, needs: [...needs, 'subscription.cancel'], tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const owing = await owes(world, ['365.00', '30.00']);
      const { session, customerId, subscription } = owing;
      await session.advanceTo(localDate('2026-01-11'));
      await session.cancel(subscription.id, { kind: 'date', date: localDate('2026-01-11') });
      const open = await session.invoices(customerId);
      const before = open.map(({ paid }) => paid);
      const key = `${world.checkId}-in`;
      const { surplus } = await session.receive({ key, customerId, amount: eur('50.00'), invoiceIds: null });
      const after = (await session.invoices(customerId)).map(({ paid }) => paid);
      world.expectMoney({
        measure: 'paid and kept of what came',
        expected: eur('50.00'),
        actual: sumMoney(
          [...after, surplus, ...before.map((paid) => ({ ...paid, amountMinor: -paid.amountMinor }))],
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'EUR 50.00 came; invoices and balance together have no more and no less of it.',
      });
    },
  );
});

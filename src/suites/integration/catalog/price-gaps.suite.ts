import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '99.00' } };
const inDollars = [{ charge: 'fee', price: { kind: 'flat', amount: '54.00' } }] as const;
const dollars = { otherCurrencies: [{ currency: 'USD', prices: inDollars }] };

/** Someone who pays in dollars orders the plan; what the target said to it. */
async function dollarOrder(world: World, session: BillingSession, plan: string) {
  const { checkId } = world;
  const globex = { name: 'Globex', country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles' };
  const { id: customerId } = await session.createCustomer({ key: `${checkId}-customer`, ...globex });
  const order = { key: `${checkId}-order`, customerId, plan, start, quantity: '1' };
  const answer = await refusalOf(session.subscribe({ ...order, billing: 'anniversary' }));
  return { customerId, answer };
}

/** A charge without a price would be on no bill, and nobody would be told. */
describe('A plan without a price in a currency that customers pay in', () => {
  const needs = ['price.flat', 'price.currencies'] as const;
  const from = { effectiveFrom: localDate('2026-01-15') };

  check(
    'is not published with a charge that has none, or not sold',
    { topic: 'catalog', needs: [...needs, 'price.one-off'], tags: ['@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('world', [fee('50.00'), setup], dollars);
      const session = await world.target(start);
      const published = await refusalOf(session.publish(plan));
      const answer =
        published === 'accepted' ? (await dollarOrder(world, session, 'world')).answer : published;
      world.expectRefused(
        answer,
        'A plan whose setup fee has no price in dollars was published, and sold to a customer who pays in dollars.',
      );
    },
  );

  check('is not sold to them', { topic: 'catalog', needs, tags: ['@risk-high'] }, async (world) => {
    const session = await world.target(start);
    await session.publish(monthlyPlan('basic', [fee('50.00')]));
    const { answer } = await dollarOrder(world, session, 'basic');
    world.expectRefused(
      answer,
      'A plan with prices in euros alone was sold to a customer who pays in dollars.',
    );
  });

  const yen = {
    currency: 'JPY',
    prices: [{ charge: 'fee', price: { kind: 'flat', amount: '5400' } }],
  } as const;
  for (const { what, more, first = dollars, next } of [
    { what: '', more: [] as const, next: monthlyPlan('world', [fee('55.00')], from) },
    {
      what: ' that is still sold in another one',
      more: [] as const,
      first: { otherCurrencies: [yen, ...dollars.otherCurrencies] },
      next: monthlyPlan('world', [fee('55.00')], { ...from, otherCurrencies: [yen] }),
    },
    {
      what: ' with a meter that has none',
      more: ['usage', 'price.per-unit'] as const,
      next: monthlyPlan('world', [fee('55.00'), metered('calls', { kind: 'per-unit', unit: '0.10' })], {
        ...from,
        ...dollars,
      }),
    },
  ])
    check(
      `does not become so with a new version${what}: it is refused, or who pays in that currency is billed on`,
      { topic: 'catalog', needs: [...needs, 'clock', 'price.running', ...more], tags: ['@risk-high'] },
      async (world) => {
        const session = await world.target(start);
        await session.publish(monthlyPlan('world', [fee('50.00')], first));
        const { customerId, answer } = await dollarOrder(world, session, 'world');
        world.expectEqual('the order in dollars', 'accepted', answer);
        const published = await refusalOf(session.publish(next));
        if (published !== 'accepted') {
          world.expectRefused(published, 'The target did not take the new version.');
          return;
        }
        await session.advanceTo(localDate('2026-03-01'));
        const months = (await session.invoices(customerId)).filter(
          ({ total }) => total.amountMinor > 0n,
        ).length;
        world.expectThat(
          months === 3,
          `A new version without a price in dollars was taken. After it, found ${months} invoices that ask for money, expected one for each of 3 months.`,
        );
      },
    );
});

import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.versions', 'price.list'] as const;
const april = localDate('2026-04-01');
const dear = localDate('2026-04-15');

/** Basic is EUR 30.00, and EUR 36.00 from 15 April on; Acme has it since the first. */
async function twoPrices(world: World): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(monthlyPlan('basic', [fee('30.00')]));
  const plan = monthlyPlan('basic', [fee('36.00')], { effectiveFrom: dear });
  return openContract(world, { customer: 'Acme', plan, start: april, session });
}

async function expectListed(
  world: World,
  { session }: OpenContract,
  { date, fee: amount }: { readonly date: LocalDate; readonly fee: string },
): Promise<void> {
  const listed = (await session.listedFees(date)).find(({ plan }) => plan === 'basic');
  world.expectMoney({
    measure: `listed price of ${date}`,
    expected: parseMoney(amount, 'EUR'),
    actual: listed?.fee ?? parseMoney('0.00', 'EUR'),
    nature: 'charge',
    explanation: 'EUR 30.00, and EUR 36.00 from 15 April on.',
  });
}

describe('The price list that is read', () => {
  check(
    'for one day and another says what is sold on each',
    { topic: 'catalog', needs, tags: ['@risk-high'] },
    async (world) => {
      const contract = await twoPrices(world);
      const before = localDate('2026-04-14');
      for (const [date, listed] of [
        [before, '30.00'],
        [dear, '36.00'],
        [before, '30.00'],
      ] as const)
        await expectListed(world, contract, { date, fee: listed });
    },
  );

  check(
    'says what a plan costs each period, whatever is charged once or by use beside it',
    { topic: 'catalog', needs: [...needs, 'price.one-off', 'usage', 'price.per-unit'], tags: ['@edge'] },
    async (world) => {
      const setup: Charge = {
        kind: 'one-off',
        code: 'setup',
        price: { kind: 'flat', amount: '99.00' },
      };
      const calls = metered('calls', { kind: 'per-unit', unit: '2.00' });
      const plan = monthlyPlan('basic', [setup, calls, fee('30.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start: april });
      await expectListed(world, contract, { date: april, fee: '30.00' });
    },
  );

  for (const [read, other] of [
    ['2026-04-10', 'later'],
    ['2026-05-10', 'earlier'],
  ] as const)
    check(
      `for ${read} leaves the ${other} price as it was for who orders then`,
      { topic: 'catalog', needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await twoPrices(world);
        const { session, customerId } = contract;
        await session.listedFees(localDate(read));
        const order = { customerId, plan: 'basic', quantity: '1', billing: 'anniversary' } as const;
        for (const day of ['2026-04-10', '2026-04-20']) {
          await session.advanceTo(localDate(day));
          await session.subscribe({ key: `${world.checkId}-${day}`, ...order, start: localDate(day) });
        }
        await expectBilledInAll(world, contract, {
          net: '96.00',
          because: 'Orders of 1 and 10 April at EUR 30.00, one of 20 April at EUR 36.00.',
        });
      },
    );
});

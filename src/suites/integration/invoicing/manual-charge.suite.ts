import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'invoice.charge'] as const;

/** Acme pays EUR 30.00 a month from 1 April on; on the 10th EUR 10.00 are charged by hand for that day. */
async function charged(world: World, date: string): Promise<OpenContract> {
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: localDate('2026-04-01') });
  const { session, customerId } = contract;
  await session.advanceTo(localDate('2026-04-10'));
  const invoice = await session.charge({
    key: `${world.checkId}-charge`,
    customerId,
    text: 'Training',
    amount: eur('10.00'),
    date: localDate(date),
  });
  world.expectMoney({
    measure: 'invoice of the charge',
    expected: eur('10.00'),
    actual: invoice.total,
    nature: 'charge',
    customer: 'Acme',
    invoice: invoice.number,
    explanation: 'What was entered, and nothing else.',
  });
  return contract;
}

describe('What is charged by hand', () => {
  for (const [title, date] of [
    ['today', '2026-04-10'],
    ['a day of the next month', '2026-05-20'],
    ['a day of the next year', '2027-04-10'],
    ['a day that is over', '2026-03-02'],
  ] as const)
    check(
      `for ${title} leaves the months of a plan where they are`,
      { topic: 'order-to-cash', needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await charged(world, date);
        const { session } = contract;
        await session.bill(localDate('2026-04-10'));
        await expectBilledInAll(world, contract, { net: '40.00', because: 'April, and the charge.' });
        await session.advanceTo(localDate('2026-05-15'));
        await expectBilledInAll(world, contract, { net: '70.00', because: 'April, May and the charge.' });
      },
    );
});

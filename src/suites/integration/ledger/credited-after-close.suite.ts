import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney, type Money, negateMoney, sumMoney } from '../../../model/money.ts';
import { expectBalanced } from '../../../scenario/books.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');

interface Reversal {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** What the year still brings in after it. */
  readonly left: string;
  readonly go: (world: World, contract: OpenContract) => Promise<unknown>;
}

async function note(world: World, contract: OpenContract, net: string): Promise<unknown> {
  const { id: invoiceId } = await nthInvoice(contract, 1);
  const part = { kind: 'lines', lines: [{ line: 0, net: eur(net) }] } as const;
  return contract.session.creditNote({ key: `${world.checkId}-${net}`, invoiceId, part, reason: 'goodwill' });
}

const reversals: readonly Reversal[] = [
  {
    what: 'A credit note for all of it',
    needs: ['credit-note'],
    left: '0.00',
    go: (world, contract) => note(world, contract, '365.00'),
  },
  {
    what: 'A credit note for nearly all of it',
    needs: ['credit-note'],
    left: '1.00',
    go: (world, contract) => note(world, contract, '364.00'),
  },
  {
    what: 'The void of it',
    needs: ['invoice.void'],
    left: '0.00',
    go: async (world, contract) =>
      contract.session.voidInvoice(`${world.checkId}-void`, (await nthInvoice(contract, 1)).id),
  },
];

async function heldOn({ session, customerId }: OpenContract, accounts: readonly string[]): Promise<Money> {
  const entries = (await session.ledger(customerId)).filter(({ account }) => accounts.includes(account));
  return sumMoney(
    entries.map(({ side, amount }) => (side === 'credit' ? amount : negateMoney(amount))),
    'EUR',
  );
}

describe('A year of EUR 365.00 that is earned in part, and what comes after the close of a month:', () => {
  for (const { what, needs, left, go } of reversals)
    check(
      `${what} takes no more from the deferred revenue than is deferred`,
      {
        topic: 'ledger',
        needs: ['clock', 'price.flat', 'ledger', 'period-close', ...needs],
        tags: ['@close', '@edge', '@risk-high'],
      },
      async (world) => {
        const plan = monthlyPlan('year', [fee('365.00')], { interval: { unit: 'month', count: 12 } });
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const { session, customerId } = contract;
        await session.advanceTo(localDate('2026-03-05'));
        for (const month of ['2026-01-01', '2026-02-01']) await session.closePeriod(localDate(month));
        const before = await heldOn(contract, ['deferred-revenue']);
        world.expectThat(before.amountMinor > 0n, 'Found nothing deferred, so that nothing was tried.');
        await go(world, contract);
        expectBalanced(world, await session.ledger(customerId));
        const deferred = await heldOn(contract, ['deferred-revenue']);
        world.expectThat(
          deferred.amountMinor >= 0n && deferred.amountMinor <= before.amountMinor,
          `Found ${displayMoney(deferred)} deferred, expected no more than ${displayMoney(before)} and nothing below zero.`,
        );
        world.expectMoney({
          measure: 'deferred and earned in all',
          expected: eur(left),
          actual: await heldOn(contract, ['deferred-revenue', 'revenue']),
          nature: 'books',
          customer: 'Acme',
          explanation: 'EUR 365.00, less what was given back.',
        });
      },
    );
});

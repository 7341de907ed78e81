import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const february = localDate('2026-02-01');
const eur = (amount: string) => parseMoney(amount, 'EUR');

/** EUR 100.00 in three fees: EUR 40.00, EUR 20.00 for the second fee alone, 50 credits at EUR 0.37, and the rest from the last one. */
const wallets = [
  { name: 'first', credits: '40', priority: 1, holds: '40.00' },
  { name: 'for one fee', credits: '25', priority: 2, charges: ['fee-2'], holds: '25.00' },
  { name: 'at a rate', credits: '50', priority: 3, rate: '0.37', holds: '18.50' },
  { name: 'last', credits: '90', priority: 4, holds: '90.00' },
] as const;

interface Way {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly go?: (contract: OpenContract, invoiceId: string) => Promise<unknown>;
}

const ways: readonly Way[] = [
  { what: 'on its day', needs: [] },
  {
    what: 'days later',
    needs: [],
    go: ({ session }) => session.advanceTo(addDays(february, 10)),
  },
  {
    what: 'after the next invoice was paid from them, too,',
    needs: [],
    go: ({ session }) => session.advanceTo(localDate('2026-03-01')),
  },
];

describe('An invoice that several wallets paid', () => {
  for (const { what, needs, go } of ways)
    check(
      `and that is void ${what} gives each of them back what it paid, no more and no less`,
      {
        topic: 'credit',
        needs: ['clock', 'price.flat', 'wallet', 'invoice.void', ...needs],
        tags: ['@credit', '@edge', '@risk-high'],
      },
      async (world) => {
        const contract = await prepaidContract(world, ['60.00', '20.00', '20.00']);
        const { session, customerId } = contract;
        for (const { holds: _, ...wallet } of wallets) await openFilledWallet(world, contract, wallet);
        await session.advanceTo(february);
        const invoice = await nthInvoice(contract, 2);
        world.expectEqual('left to pay', eur('0.00'), invoice.due);
        await go?.(contract, invoice.id);
        const spentSince = new Map<string, bigint>();
        for (const { id, name } of await session.wallets(customerId)) {
          const entries = await session.walletEntries(id);
          const other = entries.filter(({ invoiceId, kind }) => kind === 'spent' && invoiceId !== invoice.id);
          spentSince.set(
            name,
            other.reduce((sum, { amount }) => sum + amount.amountMinor, 0n),
          );
        }
        await session.voidInvoice(`${world.checkId}-void`, invoice.id);
        for (const { name, holds } of wallets)
          await expectWallet(world, contract, {
            name,
            balance: { currency: 'EUR', amountMinor: eur(holds).amountMinor + (spentSince.get(name) ?? 0n) },
            because: `EUR ${holds} less what other invoices took.`,
          });
        await expectWalletBooks(world, contract);
      },
    );

  check(
    'and that is void gives back credits that end on the day of their wallet, like all others in it',
    {
      topic: 'credit',
      needs: ['clock', 'price.flat', 'wallet', 'invoice.void'],
      tags: ['@credit', '@edge', '@risk-high'],
    },
    async (world) => {
      const contract = await prepaidContract(world, ['60.00']);
      const { session } = contract;
      const expires = localDate('2026-02-20');
      await openFilledWallet(world, contract, { name: 'short', credits: '25', priority: 1, expires });
      await openFilledWallet(world, contract, { name: 'lasting', credits: '90', priority: 2 });
      await session.advanceTo(february);
      const { id } = await nthInvoice(contract, 2);
      await session.advanceTo(addDays(february, 5));
      await session.voidInvoice(`${world.checkId}-void`, id);
      for (const [on, short] of [
        [addDays(february, 18), '25.00'],
        [addDays(february, 20), '0.00'],
      ] as const) {
        await session.advanceTo(on);
        const because = 'All of it came back on 6 February, and 19 February is its last day.';
        await expectWallet(world, contract, { name: 'short', balance: eur(short), because });
        await expectWallet(world, contract, { name: 'lasting', balance: eur('90.00'), because });
        await expectWalletBooks(world, contract);
      }
    },
  );
});

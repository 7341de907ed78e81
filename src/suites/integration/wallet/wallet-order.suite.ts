import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const february = localDate('2026-02-01');
const needs = ['clock', 'price.flat', 'wallet'] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('Several wallets', () => {
  check(
    'are used by priority, of equal ones that first which expires first, and an expired one not at all',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await prepaidContract(world, ['100.00']);
      const { session } = contract;
      const open = (name: string, priority: number, expires: string | null) =>
        openFilledWallet(world, contract, {
          name,
          credits: '40',
          priority,
          expires: expires === null ? null : localDate(expires),
        });
      await open('last', 5, null);
      await open('never', 2, null);
      await open('march', 2, '2026-03-15');
      await open('first', 1, '2026-12-31');
      // Its last day is 31 January.
      await open('expired', 0, '2026-02-01');
      await session.advanceTo(february);
      const because =
        'EUR 100.00: EUR 40.00 by priority, EUR 40.00 that expire first, and EUR 20.00 of the next.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '100.00', due: '0.00', because });
      for (const [name, left] of [
        ['first', '0.00'],
        ['march', '0.00'],
        ['never', '20.00'],
        ['last', '40.00'],
        ['expired', '0.00'],
      ] as const)
        await expectWallet(world, contract, { name, balance: eur(left), because });
      await expectWalletBooks(world, contract);
    },
  );

  const restricted = [
    { charge: 'fee-1', words: 'the first of three fees', credited: '45.00', due: '15.00' },
    { charge: 'fee-3', words: 'the last of three fees', credited: '45.00', due: '15.00' },
  ];
  for (const { charge, words, credited, due } of restricted) {
    check(
      `of which one is only for ${words} are both used in full, whatever the order of the fees`,
      { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
      async (world) => {
        const contract = await prepaidContract(world, ['20.00', '20.00', '20.00']);
        await openFilledWallet(world, contract, { name: 'for all', credits: '30', priority: 1 });
        await openFilledWallet(world, contract, {
          name: 'for one',
          credits: '15',
          priority: 2,
          charges: [charge],
        });
        await contract.session.advanceTo(february);
        const because = `EUR 30.00 are for anything and EUR 15.00 for ${charge}, which costs EUR 20.00.`;
        expectSettled(world, await nthInvoice(contract, 2), { credited, due, because });
        await expectWalletBooks(world, contract);
      },
    );
  }

  check(
    'for one charge never pay for another one',
    { topic: 'credit', needs: [...needs, 'tax'], tags: ['@credit'] },
    async (world) => {
      const contract = await prepaidContract(world, ['20.00', '5.00'], '10');
      for (const name of ['one', 'two'])
        await openFilledWallet(world, contract, { name, credits: '4', charges: ['fee-2'] });
      await contract.session.advanceTo(february);
      const because =
        'The second fee costs EUR 5.50 with tax; EUR 4.00 and EUR 1.50 of the wallets pay for it.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '5.50', due: '22.00', because });
      await expectWallet(world, contract, { name: 'two', balance: eur('2.50'), because });
    },
  );
});

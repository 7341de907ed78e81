import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const needs = ['clock', 'price.flat', 'wallet'] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('Movements of a wallet', () => {
  check(
    'with one key happen once, also ten at one instant',
    { topic: 'credit', needs, tags: ['@credit'] },
    async (world) => {
      const contract = await prepaidContract(world, ['10.00']);
      const { session } = contract;
      const { id: walletId } = await openFilledWallet(world, contract, { name: 'prepaid', credits: '10' });
      const movement = { key: `${world.checkId}-more`, walletId, credits: '7.25' };
      await Promise.all(Array.from({ length: 10 }, () => session.topUpWallet(movement)));
      const because = 'EUR 10.00, and EUR 7.25 once.';
      await expectWallet(world, contract, { name: 'prepaid', balance: eur('17.25'), because });
      const taking = Array.from({ length: 4 }, (_, index) =>
        refusalOf(session.withdrawCredits({ key: `${world.checkId}-take-${index}`, walletId, credits: '6' })),
      );
      const accepted = (await Promise.all(taking)).filter((answer) => answer === 'accepted').length;
      world.expectEqual('withdrawals of 6 out of 17.25 that were accepted', 2, accepted);
      await expectWallet(world, contract, {
        name: 'prepaid',
        balance: eur('5.25'),
        because: 'EUR 17.25 less twice EUR 6.00.',
      });
      await expectWalletBooks(world, contract);
    },
  );

  check(
    'add up to its balance after many of them, and to nothing when it is emptied',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await prepaidContract(world, ['0.07', '1.13'], '19');
      const { session } = contract;
      const wallet = await openFilledWallet(world, contract, {
        name: 'prepaid',
        credits: '1.23456',
        rate: '0.37',
      });
      // What each movement is worth, worked out once: round half up of the credits times 0.37.
      let cents = 46n;
      const steps = [
        { credits: '3.33333', cents: 123n },
        // Small ones, so that rounding by movement and rounding once drift apart.
        { credits: '0.015', cents: 1n },
        { credits: '0.015', cents: 1n },
        { credits: '7.77777', cents: 288n },
        { credits: '11.1', cents: 411n },
      ];
      for (let round = 0; round < 8; round += 1) {
        for (const [index, step] of steps.entries()) {
          const key = `${world.checkId}-${round}-${index}`;
          await session.topUpWallet({ key, walletId: wallet.id, credits: step.credits });
          cents += step.cents;
        }
        const key = `${world.checkId}-${round}-out`;
        await session.withdrawCredits({ key, walletId: wallet.id, credits: '2.71828' });
        // 1.0057636 is EUR 1.01.
        cents -= 101n;
      }
      const because = 'A movement is worth whole cents, and the balance is their sum.';
      await expectWallet(world, contract, {
        name: 'prepaid',
        balance: { currency: 'EUR', amountMinor: cents },
        because,
      });
      await session.advanceTo(localDate('2026-04-01'));
      // Three invoices of 0.07 + 0.01 and 1.13 + 0.21: EUR 1.42 each.
      cents -= 3n * 142n;
      await expectWallet(world, contract, {
        name: 'prepaid',
        balance: { currency: 'EUR', amountMinor: cents },
        because,
      });
      const [now] = await session.wallets(contract.customerId);
      const rest = { key: `${world.checkId}-rest`, walletId: wallet.id, credits: now?.credits ?? '0' };
      await session.withdrawCredits(rest);
      await expectWallet(world, contract, {
        name: 'prepaid',
        balance: eur('0.00'),
        because: 'All credits are out.',
      });
      await expectWalletBooks(world, contract);
    },
  );
});

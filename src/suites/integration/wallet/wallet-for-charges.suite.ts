import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import type { OpenContract } from '../../../scenario/situations/open-contract.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
  type WalletTerms,
} from '../../../scenario/situations/wallet-account.ts';
import type { World } from '../../../scenario/world.ts';

const february = localDate('2026-02-01');
const needs = ['clock', 'price.flat', 'price.several-fees', 'wallet'] as const;
const tags = ['@edge', '@credit', '@risk-high'];
const eur = (amount: string) => parseMoney(amount, 'EUR');

interface Case {
  readonly title: string;
  readonly more?: CheckOptions['needs'];
  readonly prices: readonly string[];
  readonly tax?: string;
  readonly wallets: readonly (WalletTerms & { readonly left: string })[];
  readonly credited: string;
  readonly due: string;
  readonly because: string;
}

const cases: readonly Case[] = [
  {
    title: 'pays the first and the last of them, and leaves what lies between',
    more: ['tax'],
    prices: ['20.00', '5.00', '10.00'],
    tax: '10',
    wallets: [{ name: 'two', credits: '100', charges: ['fee-1', 'fee-3'], left: '67.00' }],
    credited: '33.00',
    due: '5.50',
    because: 'EUR 22.00 and EUR 11.00 with tax are of the charges that the wallet is for.',
  },
  {
    title: 'pays them in whatever order they were named',
    prices: ['20.00', '5.00', '10.00', '7.00'],
    wallets: [{ name: 'three', credits: '100', charges: ['fee-4', 'fee-2', 'fee-1'], left: '68.00' }],
    credited: '32.00',
    due: '10.00',
    because: 'EUR 7.00, EUR 5.00 and EUR 20.00 are of the charges that the wallet is for.',
  },
  {
    title: 'pays what they come to together, and no more than it holds',
    prices: ['20.00', '5.00', '10.00'],
    wallets: [{ name: 'small', credits: '24.50', charges: ['fee-1', 'fee-2'], left: '0.00' }],
    credited: '24.50',
    due: '10.50',
    because: 'The charges come to EUR 25.00, of which EUR 24.50 are prepaid.',
  },
  {
    title: 'leaves to the next one what both are for and the first did not pay',
    prices: ['20.00', '10.00', '5.00'],
    wallets: [
      { name: 'first', credits: '15', charges: ['fee-2', 'fee-3'], left: '0.00' },
      { name: 'second', credits: '30', priority: 2, charges: ['fee-1', 'fee-2'], left: '10.00' },
    ],
    credited: '35.00',
    due: '0.00',
    because: 'The first wallet pays EUR 10.00 and EUR 5.00; of the second there is only EUR 20.00 to pay.',
  },
  {
    title: 'at half a euro a credit, and beside one for anything',
    prices: ['20.00', '10.00', '5.00'],
    wallets: [
      { name: 'half', credits: '50', rate: '0.5', charges: ['fee-3', 'fee-1'], left: '0.00' },
      { name: 'for all', credits: '3', priority: 2, left: '0.00' },
    ],
    credited: '28.00',
    due: '7.00',
    because:
      '50 credits are EUR 25.00, which is what the first and the third fee cost; EUR 3.00 pay for the rest.',
  },
  {
    title: 'pays nothing where none of them is billed',
    prices: ['20.00', '10.00'],
    wallets: [{ name: 'other', credits: '100', charges: ['fee-3', 'fee', 'fee-12'], left: '100.00' }],
    credited: '0.00',
    due: '30.00',
    because: 'The wallet is for other charges, though their codes begin alike.',
  },
];

/** What is announced for February is what comes then. */
async function expectFebruary(world: World, contract: OpenContract, terms: Case): Promise<void> {
  const { session, customerId } = contract;
  if (world.can('preview.invoice')) {
    const announced = await session.previewInvoice(customerId, february);
    if (announced === null) world.expectThat(false, 'Found no announced invoice, expected one.');
    else expectSettled(world, announced, terms);
  }
  await session.advanceTo(february);
  expectSettled(world, await nthInvoice(contract, 2), terms);
}

describe('A wallet for several charges', () => {
  for (const terms of cases)
    check(terms.title, { topic: 'credit', needs: [...needs, ...(terms.more ?? [])], tags }, async (world) => {
      const { prices, tax, wallets, because } = terms;
      const contract = await prepaidContract(world, prices, tax);
      for (const { left: _left, ...wallet } of wallets) await openFilledWallet(world, contract, wallet);
      await expectFebruary(world, contract, terms);
      for (const { name, left } of wallets)
        await expectWallet(world, contract, { name, balance: eur(left), because });
      await expectWalletBooks(world, contract);
    });
});

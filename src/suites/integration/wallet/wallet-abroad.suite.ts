import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { type Decimal, decimalFrom } from '../../../model/decimal.ts';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
} from '../../../scenario/situations/wallet-account.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const february = localDate('2026-02-01');
const march = localDate('2026-03-01');
const needs = ['clock', 'price.flat', 'price.several-fees', 'wallet'] as const;
const tags = ['@edge', '@credit', '@risk-high'];

interface Abroad {
  readonly currency: string;
  readonly customer: string;
  /** So many thousandths of a thousand yen, or of a dinar. */
  readonly of: (thousandths: number) => Decimal;
}

/** A month costs 3,500 yen, or 3.500 dinars, of which 500, or 0.500, are for support. */
const abroad: readonly Abroad[] = [
  { currency: 'JPY', customer: 'Sakura', of: String },
  { currency: 'KWD', customer: 'Dhow', of: (thousandths) => decimalFrom(BigInt(thousandths), 3) },
];

async function served(world: World, { currency, customer, of }: Abroad): Promise<OpenContract> {
  const charges = [fee(of(3000)), fee(of(500), 'support')];
  const plan = monthlyPlan('basic', charges, { currency });
  return openContract(world, { customer, plan, start });
}

describe('Wallets of a customer who does not pay in euros', () => {
  for (const home of abroad) {
    const { currency, of } = home;
    const money = (thousandths: number) => parseMoney(of(thousandths), currency);

    check(
      `but in ${currency} are used by priority and for their charges, and end on their day`,
      { topic: 'credit', needs, tags },
      async (world) => {
        const contract = await served(world, home);
        const { session } = contract;
        const soonTerms = { name: 'soon', credits: of(1200), priority: 2, expires: march };
        const soon = await openFilledWallet(world, contract, soonTerms);
        await openFilledWallet(world, contract, {
          name: 'support',
          credits: of(1000),
          rate: '0.5',
          charges: ['support'],
        });
        await session.advanceTo(february);
        expectSettled(world, await nthInvoice(contract, 2), {
          credited: of(1700),
          due: of(1800),
          because:
            'The support is prepaid, at half a unit a credit; of the rest what the other wallet holds.',
        });
        await session.topUpWallet({ key: `${world.checkId}-more`, walletId: soon.id, credits: of(700) });
        await session.advanceTo(march);
        const because = 'What was paid for in February is worth nothing from 1 March on.';
        expectSettled(world, await nthInvoice(contract, 3), { credited: of(0), due: of(3500), because });
        await expectWallet(world, contract, { name: 'soon', balance: money(0), because });
        await expectWallet(world, contract, { name: 'support', balance: money(0), because });
        await expectWalletBooks(world, contract);
      },
    );

    check(
      `but in ${currency} take credits back from a wallet for one charge at its rate`,
      { topic: 'credit', needs, tags },
      async (world) => {
        const contract = await served(world, home);
        const { session } = contract;
        const terms = { name: 'support', credits: of(400), rate: '0.5', charges: ['support'] };
        const { id: walletId } = await openFilledWallet(world, contract, terms);
        const because = 'Of 400 or 0.4 credits at half a unit each, 100 or 0.1 were taken out.';
        await session.withdrawCredits({ key: `${world.checkId}-out`, walletId, credits: of(100) });
        await expectWallet(world, contract, { name: 'support', balance: money(150), because });
        await session.advanceTo(february);
        expectSettled(world, await nthInvoice(contract, 2), { credited: of(150), due: of(3350), because });
        await expectWalletBooks(world, contract);
      },
    );

    check(
      `but in ${currency} get back what a void invoice used of them`,
      { topic: 'credit', needs: [...needs, 'invoice.void', 'balance'], tags },
      async (world) => {
        const contract = await served(world, home);
        const { session } = contract;
        const terms = { name: 'support', credits: of(400), charges: ['support'], expires: march };
        await openFilledWallet(world, contract, terms);
        await session.advanceTo(february);
        await session.voidInvoice(`${world.checkId}-void`, (await nthInvoice(contract, 2)).id);
        const because = 'February used all of the wallet, and is void.';
        await expectWallet(world, contract, { name: 'support', balance: money(400), because });
        await expectBalance(world, contract, { amount: money(0), because });
        await expectWalletBooks(world, contract);
      },
    );

    check(
      `but in ${currency} come after his balance`,
      { topic: 'credit', needs: [...needs, 'balance', 'payment', 'payment.receive'], tags },
      async (world) => {
        const contract = await served(world, home);
        const { session, customerId } = contract;
        const receipt = { key: `${world.checkId}-in`, customerId, invoiceIds: null };
        await session.receive({ ...receipt, amount: money(4000) });
        await openFilledWallet(world, contract, { name: 'all', credits: of(1000) });
        await session.advanceTo(february);
        const because = 'Of what came for January 500, or 0.500, were too much; then the wallet pays.';
        expectSettled(world, await nthInvoice(contract, 2), { credited: of(1500), due: of(2000), because });
        await expectBalance(world, contract, { amount: money(0), because });
        await expectWallet(world, contract, { name: 'all', balance: money(0), because });
        await expectWalletBooks(world, contract);
      },
    );
  }
});

import type { NewWallet, Wallet } from '../../model/billing/wallet.ts';
import { localDate } from '../../model/date.ts';
import { addDecimals, compareDecimals, type Decimal } from '../../model/decimal.ts';
import { displayMoney, type Money, moneyAmount, moneyOf, sumMoney, zeroMoney } from '../../model/money.ts';
import { compare, fractionOf, minus, negated, plus, times } from '../../oracle/arithmetic/fraction.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { expectSoundBooks } from './credited-invoice.ts';
import { type OpenContract, openContract } from './open-contract.ts';

const start = localDate('2026-01-01');

export type WalletTerms = Partial<Pick<NewWallet, 'rate' | 'priority' | 'expires' | 'charges'>> & {
  readonly name: string;
  readonly credits: Decimal;
};

/** A wallet with credits in it, one credit one unit of the currency unless told otherwise. */
export async function openFilledWallet(
  world: World,
  { session, customerId }: OpenContract,
  terms: WalletTerms,
): Promise<Wallet> {
  const { name, credits, rate = '1', priority = 1, expires = null, charges = null } = terms;
  const key = `${world.checkId}-${name}`;
  const wallet = await session.openWallet({ key, customerId, name, rate, priority, expires, charges });
  await session.topUpWallet({ key: `${key}-top-up`, walletId: wallet.id, credits });
  return wallet;
}

/** What a wallet holds, as the target states it and as the sum of its movements. */
export async function expectWallet(
  world: World,
  contract: OpenContract,
  expected: { readonly name: string; readonly balance: Money; readonly because: string },
): Promise<void> {
  const { session, customerId } = contract;
  const wallet = (await session.wallets(customerId)).find(({ name }) => name === expected.name);
  if (wallet === undefined) throw new ExpectationFailed([`Found no wallet "${expected.name}".`]);
  const entries = await session.walletEntries(wallet.id);
  const list = entries.map(({ kind, amount }) => `${kind} ${displayMoney(amount)}`).slice(-12);
  const money = {
    expected: expected.balance,
    nature: 'credit',
    explanation: `${expected.because} Last movements: ${list.join(', ') || 'none'}.`,
  } as const;
  world.expectMoney({ ...money, measure: `balance of the wallet "${wallet.name}"`, actual: wallet.balance });
  world.expectMoney({
    ...money,
    measure: `movements of the wallet "${wallet.name}"`,
    actual: sumMoney(
      entries.map(({ amount }) => amount),
      wallet.currency,
    ),
  });
  const credits = entries.reduce((sum, entry) => addDecimals(sum, entry.credits), '0');
  world.expectThat(
    compareDecimals(credits, wallet.credits) === 0,
    `The wallet "${wallet.name}" holds ${wallet.credits} credits, and its movements come to ${credits}.`,
  );
  expectWorth(world, wallet, entries.length);
}

/**
 * The credits that are left are worth the money that is left. Each movement may be off by less than a minor unit, to which what it
 * is worth was rounded, and by the sixth digit of a credit, which is cut.
 */
function expectWorth(world: World, { name, rate, credits, balance }: Wallet, movements: number): void {
  const minorUnit = fractionOf(moneyAmount(moneyOf(1n, balance.currency)));
  const perMovement = plus(minorUnit, times(fractionOf(rate), fractionOf('0.00001')));
  const apart = minus(times(fractionOf(credits), fractionOf(rate)), fractionOf(moneyAmount(balance)));
  const limit = times(perMovement, fractionOf(String(movements)));
  world.expectThat(
    compare(apart, limit) <= 0 && compare(negated(apart), limit) <= 0,
    `The wallet "${name}" holds ${credits} credits at ${balance.currency} ${rate}, and ${displayMoney(balance)}.`,
  );
}

/** What the books owe for prepaid credit is what the customer's wallets hold. */
async function expectPrepaidBooks(world: World, { session, customerId }: OpenContract): Promise<void> {
  if (!world.can('ledger')) return;
  const wallets = await session.wallets(customerId);
  const currency = wallets[0]?.currency ?? 'EUR';
  const entries = (await session.ledger(customerId)).filter(({ account }) => account === 'prepaid-credit');
  world.expectMoney({
    measure: 'prepaid credit in the books',
    expected: sumMoney(
      wallets.map(({ balance }) => balance),
      currency,
    ),
    actual: entries.reduce(
      (sum, { side, amount }) => ({
        currency,
        amountMinor: sum.amountMinor + (side === 'credit' ? amount.amountMinor : -amount.amountMinor),
      }),
      zeroMoney(currency),
    ),
    nature: 'books',
    explanation: 'What was paid for and not used yet is owed to the customer.',
  });
}

/** The first invoice is made before there is any wallet: wallets are used from February on. */
export async function prepaidContract(
  world: World,
  prices: readonly string[],
  tax = '0',
): Promise<OpenContract> {
  const session = await world.target(start);
  await session.setTaxRate({ country: 'DE', ratePercent: tax, from: localDate('2020-01-01') });
  const charges = prices.map((price, index) => fee(price, `fee-${index + 1}`));
  return openContract(world, { customer: 'Acme', plan: monthlyPlan('basic', charges), start, session });
}

/** The books are in balance, and hold what is prepaid. */
export async function expectWalletBooks(world: World, contract: OpenContract): Promise<void> {
  await expectSoundBooks(world, contract);
  await expectPrepaidBooks(world, contract);
}

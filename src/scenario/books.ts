import type { LedgerEntry } from '../model/billing/ledger.ts';
import {
  addMoney,
  formatMoney,
  type Money,
  moneyAmount,
  negateMoney,
  sumMoney,
  zeroMoney,
} from '../model/money.ts';
import { expectedInvoices } from '../oracle/invoicing/expected-invoices.ts';
import {
  type ExpectedPosting,
  expectedPaymentPostings,
  expectedPostings,
} from '../oracle/ledger/expected-postings.ts';
import type { TargetSession } from '../target/session.ts';
import { expectBookedInTime } from './drawn/account-days.ts';
import type { CustomerHistory } from './drawn/customer-history.ts';
import type { OpenContract } from './situations/open-contract.ts';
import type { World } from './world.ts';

/** Every posting has two equal sides in each currency. */
export function expectBalanced(world: World, entries: readonly LedgerEntry[]): void {
  const sums = new Map<string, { readonly postingId: string; sum: Money }>();
  for (const { postingId, side, amount } of entries) {
    const key = JSON.stringify([postingId, amount.currency]);
    const before = sums.get(key)?.sum ?? zeroMoney(amount.currency);
    sums.set(key, { postingId, sum: addMoney(before, side === 'debit' ? amount : negateMoney(amount)) });
    world.expectThat(
      amount.amountMinor >= 0n,
      `Posting ${postingId} has a negative amount: ${formatMoney(amount)}.`,
    );
  }
  for (const { postingId, sum } of sums.values()) {
    world.expectMoney({
      measure: 'posting out of balance',
      expected: zeroMoney(sum.currency),
      actual: sum,
      nature: 'books',
      explanation: `Debits and credits of posting ${postingId} must be equal.`,
    });
  }
  world.expectThat(entries.length > 0, 'The books hold no entry, so no balance was checked.');
}

/** What the books owe to a history: each invoice's postings, and those of its payments where all was paid. */
export async function expectBooksOf(
  world: World,
  session: TargetSession,
  of: {
    readonly history: CustomerHistory;
    readonly customerId: string;
    readonly payments: 'none' | 'in full';
  },
): Promise<void> {
  const entries = await session.ledger(of.customerId);
  expectBalanced(world, entries);
  const invoices = expectedInvoices(of.history.billing, world.profile);
  const expected = [
    ...invoices.flatMap(expectedPostings),
    ...(of.payments === 'none' ? [] : invoices.flatMap(({ total }) => expectedPaymentPostings(total))),
  ];
  expectAccounts(world, { expected, entries, currency: of.history.billing.currency });
}

/** By account, because a target may post an invoice as a whole or line by line. */
function expectAccounts(
  world: World,
  books: {
    readonly expected: readonly ExpectedPosting[];
    readonly entries: readonly LedgerEntry[];
    readonly currency: string;
  },
): void {
  const { expected, entries, currency } = books;
  for (const account of ['receivables', 'revenue', 'discounts', 'tax-payable', 'cash'] as const) {
    const accounts = account === 'revenue' ? [account, 'deferred-revenue'] : [account];
    world.expectMoney({
      measure: `balance of ${account}`,
      expected: balance(expected, [account], currency),
      actual: balance(entries, accounts, currency),
      nature: 'books',
      explanation: `The ${account} account must hold what invoices and payments put there.`,
    });
  }
}

function balance(entries: readonly ExpectedPosting[], accounts: readonly string[], currency: string): Money {
  const mine = entries.filter(({ account }) => accounts.includes(account));
  return sumMoney(
    mine.map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount))),
    currency,
  );
}

/** What the books say a customer owes is what his invoices say is due. */
export async function expectOpenReceivables(
  world: World,
  session: TargetSession,
  customer: { readonly name: string; readonly customerId: string },
): Promise<void> {
  const invoices = await session.invoices(customer.customerId);
  const entries = await session.ledger(customer.customerId);
  expectBookedInTime(world, entries, { invoices, today: await session.today() });
  const currencies = new Set([
    ...invoices.map(({ currency }) => currency),
    ...entries.map(({ amount }) => amount.currency),
  ]);
  for (const currency of currencies) {
    const mine = entries.filter(({ amount }) => amount.currency === currency);
    const open = sumMoney(
      invoices.filter((invoice) => invoice.currency === currency).map(({ due }) => due),
      currency,
    );
    world.expectMoney({
      measure: 'receivables against open invoices',
      expected: open,
      actual: balance(mine, ['receivables'], currency),
      nature: 'books',
      customer: customer.name,
      explanation: `The open invoices come to ${moneyAmount(open)}; the books must say the same.`,
    });
  }
  world.expectThat(currencies.size > 0, `${customer.name} has neither invoices nor books to compare.`);
}

/** The only invoice was taken back: nothing is earned, taxed or owed by the customer any more. */
export async function expectNothingEarned(
  world: World,
  { session, customerId }: OpenContract,
  currency = 'EUR',
): Promise<void> {
  if (!world.can('ledger')) return;
  const entries = await session.ledger(customerId);
  expectBalanced(world, entries);
  for (const account of ['receivables', 'revenue', 'tax-payable', 'discounts', 'bad-debt'] as const) {
    const mine = entries.filter((entry) => entry.account === account);
    const signed = mine.map(({ side, amount }) =>
      side === 'debit' ? amount : { ...amount, amountMinor: -amount.amountMinor },
    );
    world.expectMoney({
      measure: `balance of ${account}`,
      expected: zeroMoney(currency),
      actual: sumMoney(signed, currency),
      nature: 'books',
      explanation: 'The only invoice was taken back, so that the account holds nothing.',
    });
  }
}

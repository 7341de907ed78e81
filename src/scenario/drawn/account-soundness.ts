import type { CreditNote } from '../../model/billing/credit-note.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Payment } from '../../model/billing/payment.ts';
import type { Wallet } from '../../model/billing/wallet.ts';
import type { Period } from '../../model/date.ts';
import { displayMoney, type Money, moneyOf, negateMoney, sumMoney } from '../../model/money.ts';
import { expectSound } from '../billing-agreement.ts';
import { expectBalanced } from '../books.ts';
import type { World } from '../world.ts';
import { expectBookedInTime } from './account-days.ts';
import type { PayingCustomer } from './money-agreement.ts';

/** What only those know who did it: no document says it. */
export interface KnownMoney {
  /** Came in all, less what went back, in minor units. */
  readonly cash: bigint;
  /** Given up on invoices in force. */
  readonly lost: bigint;
}

/** What the target says of the customer. */
interface Documents {
  readonly invoices: readonly Invoice[];
  /** Those in force. */
  readonly notes: readonly CreditNote[];
  /** Also those that were taken back: the books keep what a month that is closed deferred of them. */
  readonly allNotes: readonly CreditNote[];
  readonly wallets: readonly Wallet[];
  readonly payments: readonly Payment[];
  readonly balance: Money;
}

/**
 * Whatever was done to an account: each invoice adds up, and each account of the books holds what the documents say.
 * Nothing here depends on the order in which it came to that.
 */
export async function expectSoundAccount(
  world: World,
  customer: PayingCustomer,
  known: KnownMoney & { readonly after: string },
): Promise<void> {
  const { session, customerId } = customer;
  const documents = await documentsOf(customer);
  for (const invoice of documents.invoices) {
    expectSound(world, 'Acme', invoice);
    const isKept = invoice.status !== 'void' || invoice.due.amountMinor === 0n;
    world.expectThat(isKept, `Found something due on the void invoice ${invoice.number}.`);
    // What was paid too much is on the balance, not on an invoice. An invoice may give back by itself.
    const isOwed = invoice.total.amountMinor < 0n || invoice.due.amountMinor >= 0n;
    world.expectThat(isOwed, `Found ${displayMoney(invoice.due)} due on ${invoice.number}.`);
    const read = await session.invoice(invoice.id);
    world.expectEqual(`invoice ${invoice.number}, read by its id`, invoice, read);
  }
  await expectLimits(world, customer, documents);
  for (const { id, amount } of documents.payments)
    world.expectThat(amount.amountMinor > 0n, `Found the payment ${id} of ${displayMoney(amount)}.`);
  const entries = await session.ledger(customerId);
  if (entries.length > 0) expectBalanced(world, entries);
  expectBookedInTime(world, entries, { invoices: documents.invoices, today: await session.today() });
  const deferred = balanceOf(entries, ['deferred-revenue'], customer.currency);
  // Each month's share of a line is rounded by itself, and so is that of a line that gives it back.
  const roundings = entries.filter(({ account }) => account === 'deferred-revenue').length;
  world.expectThat(
    deferred.amountMinor <= BigInt(roundings) + creditedTwice(documents),
    `Found ${displayMoney(deferred)} more taken from the deferred revenue than was deferred, after ${known.after}.`,
  );
  for (const [account, expected, because] of await expectedAccounts(customer, documents, known))
    world.expectMoney({
      measure: `${account.join(' and ')} in the books after ${known.after}`,
      expected,
      actual: balanceOf(entries, account, customer.currency),
      nature: 'books',
      customer: 'Acme',
      explanation: because,
    });
}

async function documentsOf({ session, customerId }: PayingCustomer): Promise<Documents> {
  const allNotes = await session.creditNotes(customerId);
  const { amount: balance } = await session.balance(customerId);
  return {
    invoices: await session.invoices(customerId),
    notes: allNotes.filter(({ status }) => status === 'issued'),
    allNotes,
    wallets: await session.wallets(customerId),
    payments: await session.payments(customerId),
    balance,
  };
}

/** No more is given back than was charged or paid, no more credit used than there is, and nothing left in a wallet whose time is over. */
async function expectLimits(
  world: World,
  { session, customerId, currency }: PayingCustomer,
  { invoices, notes, wallets, payments, balance: onBalance }: Documents,
): Promise<void> {
  for (const { id, number, total } of invoices) {
    const given = sumMoney(
      notes.filter(({ invoiceId }) => invoiceId === id).map((note) => note.total),
      currency,
    );
    // An invoice may give back by itself, such as for seats; then there is nothing of it to credit.
    const isWithin = given.amountMinor <= 0n || given.amountMinor <= total.amountMinor;
    world.expectThat(
      isWithin,
      `Found ${displayMoney(given)} credited of ${number}, which is ${displayMoney(total)}.`,
    );
  }
  world.expectThat(onBalance.amountMinor >= 0n, `Found a balance of ${displayMoney(onBalance)}.`);
  const refunds = (await session.refunds(customerId)).filter(({ status }) => status !== 'declined');
  for (const { id, amount } of payments) {
    const back = sumMoney(
      refunds.filter(({ paymentId }) => paymentId === id).map((refund) => refund.amount),
      currency,
    );
    world.expectThat(
      back.amountMinor <= amount.amountMinor,
      `Found ${displayMoney(back)} given back of the payment ${id} of ${displayMoney(amount)}.`,
    );
  }
  const today = await session.today();
  for (const { name, expires, balance } of wallets) {
    const isOver = expires !== null && expires <= today;
    const isRight = isOver ? balance.amountMinor === 0n : balance.amountMinor >= 0n;
    world.expectThat(isRight, `Found ${displayMoney(balance)} in the wallet "${name}" on ${today}.`);
  }
}

/**
 * A note on a part of a line takes back a little of each of its days. When its last days are given back after that, they were
 * worth less in the books by what the note took of them: at the most all of it, in minor units.
 */
function creditedTwice({ invoices, allNotes }: Documents): bigint {
  const givenBack = invoices.flatMap(({ lines }) =>
    lines.filter(({ net }) => net.amountMinor < 0n).flatMap(({ period }) => period ?? []),
  );
  const isCutShort = ({ lines }: Invoice) =>
    lines.some(({ period }) => period !== null && givenBack.some((one) => doOverlap(one, period)));
  const cutShort = new Set(invoices.filter(isCutShort).map(({ id }) => id));
  const taken = allNotes.filter(({ invoiceId }) => cutShort.has(invoiceId)).flatMap(({ lines }) => lines);
  return taken.reduce((sum, { net }) => (net.amountMinor > 0n ? sum + net.amountMinor : sum), 0n);
}

function doOverlap(left: Period, right: Period): boolean {
  return left.from < right.to && right.from < left.to;
}

type Account = LedgerEntry['account'];

/** Debits are positive. */
async function expectedAccounts(
  { session, currency }: PayingCustomer,
  { invoices, notes, wallets, balance }: Documents,
  known: KnownMoney,
): Promise<readonly (readonly [accounts: readonly Account[], expected: Money, because: string])[]> {
  const inForce = invoices.filter(({ status }) => status === 'finalised');
  const movements = (await Promise.all(wallets.map(({ id }) => session.walletEntries(id)))).flat();
  const lapsed = movements.filter(({ kind }) => kind === 'withdrawn' || kind === 'expired');
  const sum = (amounts: readonly Money[]) => sumMoney(amounts, currency);
  const less = (...amounts: readonly Money[]) => negateMoney(sum(amounts));
  const earned = [...inForce.map(({ subtotal }) => subtotal), ...notes.map(({ net }) => negateMoney(net))];
  const taxed = [...inForce.map(({ tax }) => tax), ...notes.map(({ tax }) => negateMoney(tax))];
  return [
    [['cash'], moneyOf(known.cash, currency), 'Cash is what came, less what went back.'],
    [['receivables'], sum(invoices.map(({ due }) => due)), 'The invoices say what is due.'],
    [['customer-credit'], less(balance), 'What the customer has to his credit is owed to him.'],
    [['prepaid-credit'], less(...wallets.map((one) => one.balance)), 'So is what his wallets hold.'],
    [
      ['discounts'],
      sum(inForce.map(({ discount }) => discount)),
      'The invoices in force say what was taken off.',
    ],
    [['tax-payable'], less(...taxed), 'Tax of invoices in force, less that of credit notes in force.'],
    [
      ['revenue', 'deferred-revenue'],
      less(...earned, ...lapsed.map(({ amount }) => negateMoney(amount))),
      'Invoices in force before discount, less credit notes, and credit that was lost.',
    ],
    [['bad-debt'], moneyOf(known.lost, currency), 'What was given up on invoices in force.'],
  ];
}

function balanceOf(entries: readonly LedgerEntry[], accounts: readonly Account[], currency: string): Money {
  const mine = entries.filter(({ account }) => accounts.includes(account));
  return sumMoney(
    mine.map(({ side, amount }) => (side === 'debit' ? amount : negateMoney(amount))),
    currency,
  );
}

import { base, en, Faker } from '@faker-js/faker';
import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { addDays } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { formatMoney, moneyOf } from '../../model/money.ts';
import { type Books, bookValue, rateOn } from '../../oracle/exchange/expected-book-value.ts';
import { refusalOf } from '../billing-session.ts';
import { balanceOf } from '../situations/foreign-customer.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { actsOf, liveOn } from './account-life.ts';
import { beginLife, lifeStart } from './begin-life.ts';

/** Each account is lived to its end; what was valued wrongly stays so. */
const actsOfForeigner = 20;
const livesPerCheck = 3;
/** About two years of rates, another one every so many days. */
const rates = 60;
const daysPerRate = 11;
const daysPerAct = 4;
/** Each for another number of days back. */
const actsPerJournal = 3;

/** Lives in one currency under books in another one. */
export async function expectLivesValued(
  world: World,
  salt: string,
  of: { readonly currency: string; readonly booksIn: string },
): Promise<void> {
  for (let number = 1; number <= world.casesOf(livesPerCheck); number += 1)
    await expectOneValued(world, `${salt}, ${number}`, of);
}

async function expectOneValued(
  world: World,
  salt: string,
  of: { readonly currency: string; readonly booksIn: string },
): Promise<void> {
  const { currency, booksIn } = of;
  const session = await world.target(lifeStart);
  await session.createLegalEntity({ key: 'abroad', name: 'Abroad', numberPrefix: 'AB-', currency: booksIn });
  const known = drawnRates(world, salt, of);
  for (const rate of known) await session.setExchangeRate(rate);
  const before = (customerId: string) => session.assignToEntity(customerId, 'abroad');
  const life = await beginLife(world, { salt, currency, session, before });
  // So that each act meets other rates than the one before.
  const wait = async () => {
    await postForEarlier(life);
    await session.advanceTo(addDays(await session.today(), daysPerAct));
  };
  await liveOn(life, wait, { actsInAll: actsOf(world, actsOfForeigner) });
  const { roundingMode: rounding } = world.profile;
  await expectValues(life, { currency: booksIn, rates: known, rounding, rateDays: null });
}

/** What somebody books by hand for a day that is over; where that day's month is closed, the target says no. */
async function postForEarlier({ world, contract, key, number, currency }: AccountLife): Promise<void> {
  if (!world.can('journal') || number % actsPerJournal !== 0) return;
  const { session, customerId } = contract;
  const amount = moneyOf(BigInt(1_009 * number), currency);
  const lines = [
    { account: 'bad-debt', side: 'debit', amount },
    { account: 'revenue', side: 'credit', amount },
  ] as const;
  const date = addDays(await session.today(), -daysPerAct * (number % 5));
  await refusalOf(session.postJournal({ key: `${key}-journal-${number}`, customerId, date, lines }));
}

/** Renewed before the one before is too old for an invoice, for longer than any life lasts. */
function drawnRates(
  world: World,
  salt: string,
  { currency: from, booksIn: to }: { readonly currency: string; readonly booksIn: string },
): readonly ExchangeRate[] {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(`rates of ${salt}`)]);
  const [min, max, digits] = from === 'JPY' ? [400, 900, 5] : [40_001, 160_000, 5];
  return Array.from({ length: rates }, (_, index) => ({
    ...{ from, to, source: 'Central Bank', effectiveFrom: addDays(lifeStart, (index - 1) * daysPerRate) },
    rate: decimalFrom(BigInt(faker.number.int({ min, max })), digits),
  }));
}

/**
 * Every posting stands in those books, and balances there; money is worth what it was on its day, tax what it was on the day
 * of its invoice; and where nothing is owed any more, nothing is owed in those books either.
 */
async function expectValues({ world, contract }: AccountLife, books: Books): Promise<void> {
  const { session, customerId } = contract;
  const values = await session.bookValues(customerId);
  const entries = await session.ledger(customerId);
  const invoices = new Map((await session.invoices(customerId)).map((invoice) => [invoice.id, invoice]));
  const byPosting = Map.groupBy(values, ({ postingId }) => postingId);
  for (const [id, posting] of Map.groupBy(entries, ({ postingId }) => postingId))
    expectPosting(world, books, { posting, values: byPosting.get(id) ?? [], invoices });
  world.expectEqual(
    'postings with a value',
    new Set(entries.map(({ postingId }) => postingId)).size,
    byPosting.size,
  );
  for (const invoice of invoices.values()) expectNothingLeft(world, invoice, values);
}

interface Valued {
  readonly posting: readonly LedgerEntry[];
  readonly values: readonly BookValue[];
  readonly invoices: ReadonlyMap<string, Invoice>;
}

function expectPosting(world: World, books: Books, { posting, values, invoices }: Valued): void {
  const [first] = posting;
  if (first === undefined) return;
  const what = `posting of ${first.date}, ${posting.map(({ account }) => account).join(', ')}`;
  const days = [...new Set(values.map(({ date }) => date))];
  world.expectEqual(`${what}: its days in the other books`, [first.date], days);
  const accounts = [...new Set(values.map(({ account }) => account))];
  world.expectEqual(`${what}: debits less credits`, '0', String(balanceOf(values, ...accounts).amountMinor));
  for (const { account, side } of values)
    world.expectThat(
      side === ({ 'exchange-gain': 'credit', 'exchange-loss': 'debit' }[String(account)] ?? side),
      `${what}: found ${account} as a ${side}.`,
    );
  for (const entry of posting) {
    const expected = expectedValue(books, entry, invoices);
    if (expected === null) continue;
    const { wanted, rate } = expected;
    const off = isExact(entry) ? 0n : BigInt(values.length) + centsPerInvoice;
    const found = values.filter(({ account, side }) => account === entry.account && side === entry.side);
    world.expectThat(
      found.some(({ amount }) => isWithin(amount.amountMinor - wanted.amountMinor, off)),
      `${what}: found ${found.map(({ amount }) => formatMoney(amount)).join(', ') || 'nothing'} of ${entry.account}, expected ${formatMoney(wanted)} (${formatMoney(entry.amount)} at ${rate.rate} of ${rate.effectiveFrom}).`,
    );
  }
}

/** Null where it is a habit of the target at what it values it: credit of a customer, which comes and goes. */
function expectedValue(books: Books, entry: LedgerEntry, invoices: Valued['invoices']) {
  const { account, amount, invoiceId, date } = entry;
  if (account === 'customer-credit' || account === 'prepaid-credit') return null;
  const issued = invoiceId === null ? date : invoices.get(invoiceId)?.issueDate;
  const day = account === 'cash' ? date : issued;
  const rate = day === undefined ? null : rateOn(books, amount.currency, day);
  return rate === null ? null : { wanted: bookValue(books, amount, rate), rate };
}

/** What takes the difference of rounding, and what is left at the end, may be off by the lines of a posting and the payments before. */
const centsPerInvoice = 10n;

function isExact({ account }: LedgerEntry): boolean {
  return account === 'cash' || account === 'tax-payable';
}

function isWithin(difference: bigint, off: bigint): boolean {
  return difference <= off && difference >= -off;
}

function expectNothingLeft(world: World, { id, number, due }: Invoice, values: readonly BookValue[]): void {
  if (due.amountMinor !== 0n) return;
  const left = balanceOf(
    values.filter(({ invoiceId }) => invoiceId === id),
    'receivables',
  );
  world.expectThat(
    left.amountMinor === 0n,
    `Found ${formatMoney(left)} of ${number} in the books, of which nothing is due; expected nothing.`,
  );
}

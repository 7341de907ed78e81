import { base, en, Faker } from '@faker-js/faker';
import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { addDays } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { displayMoney, moneyOf } from '../../model/money.ts';
import { type Books, bookValue, rateOn } from '../../oracle/exchange/expected-book-value.ts';
import type { OpenContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import { liveThroughAll } from './account-life.ts';
import { beginLife, lifeStart } from './begin-life.ts';

/** Rates are renewed before the one before is too old for an invoice, for longer than any life lasts. */
const daysPerRate = 19;
const ratesInAll = 60;

/** Whatever came of a life, the books of a seller who keeps them in another currency say what each thing was worth on its day. */
export async function expectLifeAbroad(
  world: World,
  salt: string,
  of: { readonly currency: string; readonly booksIn: string },
): Promise<void> {
  const { currency, booksIn } = of;
  const session = await world.target(lifeStart);
  const rates = drawnRates(world, salt, of);
  for (const rate of rates) await session.setExchangeRate(rate);
  const entity = { key: 'abroad', name: 'Abroad Ltd', numberPrefix: 'AB-', currency: booksIn };
  await session.createLegalEntity(entity);
  const before = (customerId: string) => session.assignToEntity(customerId, entity.key);
  const life = await beginLife(world, { salt, currency, session, before });
  await liveThroughAll(life);
  const { roundingMode: rounding, exchangeRateDays: rateDays = null } = world.profile;
  await expectWorth(world, life.contract, { currency: booksIn, rates, rounding, rateDays });
}

function drawnRates(
  world: World,
  salt: string,
  { currency: from, booksIn: to }: { readonly currency: string; readonly booksIn: string },
): readonly ExchangeRate[] {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(`rates of ${salt}`)]);
  const [min, max, digits] = from === 'JPY' ? [400, 900, 5] : [40_001, 160_000, 5];
  return Array.from({ length: ratesInAll }, (_, index) => ({
    ...{ from, to, source: 'Central Bank', effectiveFrom: addDays(lifeStart, (index - 1) * daysPerRate) },
    rate: decimalFrom(BigInt(faker.number.int({ min, max })), digits),
  }));
}

async function expectWorth(world: World, { session, customerId }: OpenContract, books: Books): Promise<void> {
  const entries = await session.ledger(customerId);
  const values = await session.bookValues(customerId);
  const postings = Map.groupBy(entries, ({ postingId }) => postingId);
  world.expectThat(postings.size > 0, 'The books hold no posting, so no value was compared.');
  for (const [id, lines] of postings)
    expectPosting(world, books, { lines, valued: values.filter(({ postingId }) => postingId === id) });
  for (const invoice of await session.invoices(customerId)) {
    const own = <Line extends Owing>(lines: readonly Line[]) =>
      lines.filter(({ account, invoiceId }) => account === 'receivables' && invoiceId === invoice.id);
    expectOwed(world, books, { invoice, entries: own(entries), values: own(values) });
  }
}

type Owing = Pick<BookValue, 'account' | 'invoiceId' | 'side' | 'amount'>;

/** All of it is of one day, both sides are equal, and money is worth what the rate of that day says. */
function expectPosting(
  world: World,
  books: Books,
  of: { readonly lines: readonly LedgerEntry[]; readonly valued: readonly BookValue[] },
): void {
  const { lines, valued } = of;
  const [first] = lines;
  if (first === undefined) return;
  const what = `the posting of ${lines.map(({ account }) => account).join(', ')} on ${first.date}`;
  const days = [...new Set([first, ...valued].map(({ date }) => date))];
  world.expectEqual(`days of ${what} in both books`, [first.date], days);
  world.expectEqual(`debits less credits of ${what}`, '0', String(debitsLessCredits(valued)));
  const isCash = ({ account }: Owing) => account === 'cash';
  const rate = rateOn({ ...books, rateDays: null }, first.amount.currency, first.date);
  if (rate === null || !lines.some(isCash)) return;
  const worth = bookValue(
    books,
    moneyOf(abs(debitsLessCredits(lines.filter(isCash))), first.amount.currency),
    rate,
  );
  const found = moneyOf(abs(debitsLessCredits(valued.filter(isCash))), books.currency);
  world.expectMoney({
    measure: `cash of ${what}`,
    expected: worth,
    actual: found,
    nature: 'books',
    explanation: `At ${rate.rate}, the rate of ${rate.effectiveFrom}.`,
  });
}

/** At the rate of the invoice, but for a coin that each step may be off; when the last of it is settled, nothing is left. */
function expectOwed(
  world: World,
  books: Books,
  of: {
    readonly invoice: Invoice;
    readonly entries: readonly LedgerEntry[];
    readonly values: readonly BookValue[];
  },
): void {
  const { invoice, entries, values } = of;
  const rate = rateOn(books, invoice.currency, invoice.issueDate);
  world.expectThat(rate !== null, `Invoice ${invoice.number} was issued without a rate of its day.`);
  if (rate === null) return;
  const open = debitsLessCredits(entries);
  const worth = bookValue(books, moneyOf(abs(open), invoice.currency), rate).amountMinor;
  const left = debitsLessCredits(values);
  const isSettled = open === 0n && entries.at(-1)?.side === 'credit';
  const off = abs(left - (open < 0n ? -worth : worth));
  const allowed = isSettled ? 0n : BigInt(entries.length);
  world.expectThat(
    off <= allowed,
    `Found ${displayMoney(moneyOf(left, books.currency))} of ${invoice.number} in the books, of which ${displayMoney(moneyOf(open, invoice.currency))} is open at ${rate.rate}.`,
  );
}

function debitsLessCredits(lines: readonly Pick<Owing, 'side' | 'amount'>[]): bigint {
  return lines.reduce(
    (sum, { side, amount }) => sum + (side === 'debit' ? 1n : -1n) * amount.amountMinor,
    0n,
  );
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

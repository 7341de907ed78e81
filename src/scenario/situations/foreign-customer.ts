import type { Discount } from '../../model/billing/customer.ts';
import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf, negateMoney } from '../../model/money.ts';
import { type Books, expectedBooks } from '../../oracle/exchange/expected-book-value.ts';
import type { BillingSession } from '../billing-session.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan, taxFrom } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { billingStart } from './paying-customer.ts';

/** Someone who pays in another currency than that in which his seller keeps the books. */
export interface ForeignCustomer {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly books: Books;
}

/** One of the cast, invoiced by a company with books of its own, for a monthly fee in his own currency and 19% of tax. */
export async function foreignCustomer(
  world: World,
  who: {
    readonly name: string;
    readonly amount: string;
    readonly rates: readonly ExchangeRate[];
    /** Off each invoice. */
    readonly discount?: Discount;
    /** In which the seller keeps his books; not told is euros. */
    readonly booksIn?: string;
  },
): Promise<ForeignCustomer> {
  const { country = 'US', currency = 'USD', timeZone = 'UTC' } = castMember(who.name) ?? {};
  const session = await world.target(billingStart);
  const { booksIn: booksCurrency = 'EUR' } = who;
  const entity = { key: 'eu', name: 'Europa GmbH', numberPrefix: 'EU-', currency: booksCurrency };
  await session.createLegalEntity(entity);
  for (const rate of who.rates) await session.setExchangeRate(rate);
  await session.setTaxRate({ country, ...taxFrom('2026-01-01', '19') });
  await session.publish(monthlyPlan('basic', [fee(who.amount)], { currency }));
  const key = `${world.checkId}-customer`;
  const { id } = await session.createCustomer({ key, name: who.name, country, currency, timeZone });
  await session.assignToEntity(id, 'eu');
  if (who.discount !== undefined) await session.redeemDiscount(id, who.discount);
  const order = { plan: 'basic', start: billingStart, quantity: '1', billing: 'anniversary' } as const;
  await session.subscribe({ ...order, key: `${world.checkId}-order`, customerId: id });
  const { roundingMode: rounding, exchangeRateDays = null } = world.profile;
  return {
    session,
    customerId: id,
    books: { currency: booksCurrency, rates: who.rates, rounding, rateDays: exchangeRateDays },
  };
}

export function ecb(from: string, rate: string, effectiveFrom: LocalDate = billingStart): ExchangeRate {
  return { from, to: 'EUR', rate, source: 'ECB', effectiveFrom };
}

/** Debits less credits of the accounts. */
export function balanceOf(values: readonly BookValue[], ...accounts: readonly BookValue['account'][]): Money {
  const sum = values
    .filter(({ account }) => accounts.includes(account))
    .reduce((total, { side, amount }) => total + (side === 'debit' ? 1n : -1n) * amount.amountMinor, 0n);
  return moneyOf(sum, values[0]?.amount.currency ?? 'EUR');
}

/** All postings of the customer have a value, each balances in the books' currency, and the oracle comes to the same sums. */
export async function expectBooks(world: World, foreign: ForeignCustomer): Promise<readonly BookValue[]> {
  const { session, customerId, books } = foreign;
  const values = await session.bookValues(customerId);
  const postings = new Set((await session.ledger(customerId)).map(({ postingId }) => postingId));
  world.expectEqual(
    'postings with a value',
    [...postings],
    [...new Set(values.map(({ postingId }) => postingId))],
  );
  world.expectThat(postings.size > 0, 'The books hold no posting, so no value was compared.');
  for (const id of postings) {
    const ofPosting = values.filter(({ postingId }) => postingId === id);
    const accounts = [...new Set(ofPosting.map(({ account }) => account))];
    world.expectEqual('debits less credits of a posting', 0n, balanceOf(ofPosting, ...accounts).amountMinor);
    world.expectThat(
      ofPosting.every(({ amount }) => amount.currency === books.currency && amount.amountMinor >= 0n),
      `A posting has values below zero or in another currency than ${books.currency}.`,
    );
  }
  for (const invoice of await session.invoices(customerId))
    await expectInvoice(world, foreign, { invoice, values });
  return values;
}

async function expectInvoice(
  world: World,
  { session, customerId, books }: ForeignCustomer,
  { invoice, values }: { readonly invoice: Invoice; readonly values: readonly BookValue[] },
): Promise<void> {
  const payments = (await session.payments(customerId)).filter(
    ({ invoiceId, status }) => invoiceId === invoice.id && status === 'succeeded',
  );
  const expected = expectedBooks(books, { ...invoice, payments });
  world.expectThat(expected !== null, `Invoice ${invoice.number} was issued without a rate of its day.`);
  if (expected === null) return;
  const own = values.filter(({ invoiceId }) => invoiceId === invoice.id);
  const gain = moneyOf(-balanceOf(own, 'exchange-gain', 'exchange-loss').amountMinor, books.currency);
  const rows = [
    ['receivable left in the books', expected.left, balanceOf(own, 'receivables')],
    ['cash in the books', expected.cash, balanceOf(own, 'cash')],
    ['tax in the books', negateMoney(expected.tax), balanceOf(own, 'tax-payable')],
    ['won by the rate', expected.gain, gain],
  ] as const;
  for (const [measure, wanted, actual] of rows)
    world.expectMoney({
      measure,
      expected: wanted,
      actual,
      nature: 'books',
      invoice: invoice.number,
      explanation: 'Money at the rate of its day, what is owed at the rate of its invoice.',
    });
}

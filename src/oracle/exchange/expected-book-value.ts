import type { ExchangeRate } from '../../model/billing/exchange.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import { fraction, fractionOf, times } from '../arithmetic/fraction.ts';
import { minorUnits, type RoundingMode } from '../arithmetic/rounding.ts';

export interface Books {
  readonly currency: CurrencyCode;
  readonly rates: readonly ExchangeRate[];
  readonly rounding: RoundingMode;
  /** How old a rate may be on an invoice; null is any age. */
  readonly rateDays: number | null;
}

/** The rate that an invoice of the day is valued at; null when there is none that may be used. */
export function rateOn(books: Books, from: CurrencyCode, day: LocalDate): ExchangeRate | null {
  let found: ExchangeRate | null = null;
  for (const rate of books.rates) {
    const isUsable = rate.from === from && rate.to === books.currency && rate.effectiveFrom <= day;
    if (isUsable && (found === null || rate.effectiveFrom > found.effectiveFrom)) found = rate;
  }
  if (found === null || books.rateDays === null) return found;
  const ageMs = Date.parse(day) - Date.parse(found.effectiveFrom);
  return ageMs > books.rateDays * 86_400_000 ? null : found;
}

/** The money in the currency of the books, once rounded. */
export function bookValue(books: Books, money: Money, rate: ExchangeRate): Money {
  const major = fraction(money.amountMinor, 10n ** BigInt(minorUnitDigits(money.currency)));
  const value = minorUnits(times(major, fractionOf(rate.rate)), books.currency, books.rounding);
  return moneyOf(value, books.currency);
}

export interface ValuedInvoice {
  readonly total: Money;
  readonly tax: Money;
  readonly issueDate: LocalDate;
  readonly payments: readonly { readonly amount: Money; readonly date: LocalDate }[];
}

export interface ExpectedBooks {
  /** What the invoice adds to what is owed, when it is issued. */
  readonly receivable: Money;
  /** What is still owed after the payments. */
  readonly left: Money;
  readonly cash: Money;
  /** What is owed to the tax office: rounded by itself, whatever the other lines of the posting come to. */
  readonly tax: Money;
  /** What rates won since; below zero they lost. */
  readonly gain: Money;
}

/**
 * From the end: cash is what each payment is worth on its day; of the receivable stays what the unpaid rest is worth at the
 * invoice's rate (with the rounding of each payment on the way), or nothing; and the gain is what makes both sides equal.
 */
export function expectedBooks(books: Books, invoice: ValuedInvoice): ExpectedBooks | null {
  const issued = rateOn(books, invoice.total.currency, invoice.issueDate);
  if (issued === null) return null;
  const worth = (amountMinor: bigint, rate: ExchangeRate) =>
    bookValue(books, moneyOf(amountMinor, invoice.total.currency), rate).amountMinor;
  const receivable = worth(invoice.total.amountMinor, issued);
  const paid = invoice.payments.reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
  const released = invoice.payments.reduce((sum, { amount }) => sum + worth(amount.amountMinor, issued), 0n);
  const left = paid === invoice.total.amountMinor ? 0n : receivable - released;
  const cash = invoice.payments.reduce((sum, { amount, date }) => {
    const rate = rateOn({ ...books, rateDays: null }, amount.currency, date) ?? issued;
    return sum + worth(amount.amountMinor, rate);
  }, 0n);
  const money = (amountMinor: bigint) => moneyOf(amountMinor, books.currency);
  return {
    receivable: money(receivable),
    left: money(left),
    cash: money(cash),
    tax: money(worth(invoice.tax.amountMinor, issued)),
    gain: money(cash - (receivable - left)),
  };
}

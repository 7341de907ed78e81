import type { BookValue, ExchangeRate } from '../../model/billing/exchange.ts';
import { localDate } from '../../model/date.ts';
import type { CurrencyPair } from '../engine/exchange-procedures.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

/** False when there is a rate for the day already. */
export function insertRate(
  context: Context,
  { from, to, effectiveFrom, rate, source }: ExchangeRate,
): boolean {
  const inserted = context.store.run(
    `INSERT OR IGNORE INTO exchange_rates (tenant, from_currency, to_currency, effective_from, rate, source)
     VALUES (?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    from,
    to,
    effectiveFrom,
    rate,
    source,
  );
  return inserted === 1;
}

/** Oldest first. */
export function ratesOf(context: Context, { from, to }: CurrencyPair): readonly ExchangeRate[] {
  return context.store
    .all(
      `SELECT effective_from, rate, source FROM exchange_rates
       WHERE tenant = ? AND from_currency = ? AND to_currency = ? ORDER BY effective_from`,
      context.tenantId,
      from,
      to,
    )
    .map((row) => ({
      from,
      to,
      rate: textOf(row, 'rate'),
      source: textOf(row, 'source'),
      effectiveFrom: localDate(textOf(row, 'effective_from')),
    }));
}

export function insertBookValue(context: Context, value: BookValue): void {
  context.store.run(
    `INSERT INTO book_values
     (tenant, posting, date, account, side, currency, amount, customer, invoice, rate, source, rate_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    value.postingId,
    value.date,
    value.account,
    value.side,
    value.amount.currency,
    value.amount.amountMinor,
    value.customerId,
    value.invoiceId,
    value.rate?.rate ?? null,
    value.rate?.source ?? null,
    value.rate?.effectiveFrom ?? null,
  );
}

export function bookValuesOf(context: Context, customerId: string): readonly BookValue[] {
  return context.store
    .all(
      'SELECT * FROM book_values WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map(bookValueFrom);
}

/** The rate that the invoice was issued at, also where nothing of it was owed; null for one that is not valued yet. */
export function rateOfInvoice(context: Context, invoiceId: string): BookValue['rate'] {
  const row = context.store.first(
    `SELECT * FROM book_values WHERE tenant = ? AND invoice = ? AND rate IS NOT NULL
     ORDER BY seq LIMIT 1`,
    context.tenantId,
    invoiceId,
  );
  return row === null ? null : bookValueFrom(row).rate;
}

/** What of the invoice is open in the books, and in its own currency before the posting. */
export function openReceivable(
  context: Context,
  of: { readonly invoiceId: string; readonly before: string },
): { readonly openMinor: bigint; readonly openValue: bigint } {
  const signed = "coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0) AS open";
  const where = "WHERE tenant = ? AND invoice = ? AND account = 'receivables' AND posting <> ?";
  const values = [context.tenantId, of.invoiceId, of.before] as const;
  const own = context.store.first(`SELECT ${signed} FROM ledger_entries ${where}`, ...values);
  const books = context.store.first(`SELECT ${signed} FROM book_values ${where}`, ...values);
  const openOf = (row: Row | null) => (row === null ? 0n : integerOf(row, 'open'));
  return { openMinor: openOf(own), openValue: openOf(books) };
}

function bookValueFrom(row: Row): BookValue {
  const rate = textOrNull(row, 'rate');
  return {
    postingId: textOf(row, 'posting'),
    date: localDate(textOf(row, 'date')),
    // Only `insertBookValue` writes these columns, from values of these types.
    account: textOf(row, 'account') as BookValue['account'],
    side: textOf(row, 'side') as BookValue['side'],
    amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
    customerId: textOf(row, 'customer'),
    invoiceId: textOrNull(row, 'invoice'),
    rate:
      rate === null
        ? null
        : { rate, source: textOf(row, 'source'), effectiveFrom: localDate(textOf(row, 'rate_from')) },
  };
}

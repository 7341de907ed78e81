import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { countOf, integerOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export function insertEntry(context: Context, entry: LedgerEntry): void {
  context.store.run(
    `INSERT INTO ledger_entries (tenant, posting, date, account, side, currency, amount, customer, invoice)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    entry.postingId,
    entry.date,
    entry.account,
    entry.side,
    entry.amount.currency,
    entry.amount.amountMinor,
    entry.customerId,
    entry.invoiceId,
  );
}

export function ledgerOf(context: Context, customerId: string): readonly LedgerEntry[] {
  return context.store
    .all(
      'SELECT * FROM ledger_entries WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map(ledgerEntry);
}

/** Of all customers, in the order of posting. */
export function everyEntry(context: Context): readonly LedgerEntry[] {
  return context.store
    .all('SELECT * FROM ledger_entries WHERE tenant = ? ORDER BY seq', context.tenantId)
    .map(ledgerEntry);
}

export function ledgerEntry(row: Row): LedgerEntry {
  return {
    postingId: textOf(row, 'posting'),
    date: localDate(textOf(row, 'date')),
    // Only `insertEntry` writes these columns, from values of these types.
    account: textOf(row, 'account') as LedgerEntry['account'],
    side: textOf(row, 'side') as LedgerEntry['side'],
    amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
    customerId: textOf(row, 'customer'),
    invoiceId: textOrNull(row, 'invoice'),
  };
}

export function postingEntries(context: Context, postingId: string): readonly LedgerEntry[] {
  return context.store
    .all(
      'SELECT * FROM ledger_entries WHERE tenant = ? AND posting = ? ORDER BY seq',
      context.tenantId,
      postingId,
    )
    .map(ledgerEntry);
}

/** What of the invoice stands as deferred now. */
export function deferredOf(context: Context, invoiceId: string): bigint {
  const row = context.store.first(
    `SELECT coalesce(sum(CASE side WHEN 'credit' THEN amount ELSE -amount END), 0) AS deferred FROM ledger_entries
     WHERE tenant = ? AND invoice = ? AND account = 'deferred-revenue'`,
    context.tenantId,
    invoiceId,
  );
  return row === null ? 0n : integerOf(row, 'deferred');
}

/** Every invoice that was issued up to the day. */
export function invoicesToDefer(
  context: Context,
  day: LocalDate,
): readonly { readonly id: string; readonly customerId: string; readonly currency: string }[] {
  return context.store
    .all(
      'SELECT id, customer, currency FROM invoices WHERE tenant = ? AND issue_date <= ? ORDER BY seq',
      context.tenantId,
      day,
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      customerId: textOf(row, 'customer'),
      currency: textOf(row, 'currency'),
    }));
}

/** How many entries the invoice has in the books. */
export function postingsOf(context: Context, invoiceId: string): number {
  const row = context.store.first(
    'SELECT count(*) AS entries FROM ledger_entries WHERE tenant = ? AND invoice = ?',
    context.tenantId,
    invoiceId,
  );
  return row === null ? 0 : countOf(row, 'entries');
}

export function everyInvoiceId(context: Context): readonly string[] {
  return context.store
    .all('SELECT id FROM invoices WHERE tenant = ? ORDER BY seq', context.tenantId)
    .map((row) => textOf(row, 'id'));
}

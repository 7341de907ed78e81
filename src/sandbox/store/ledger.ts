import type { LedgerEntry } from '../../model/billing/ledger.ts';
import { localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf, textOrNull } from './columns.ts';
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

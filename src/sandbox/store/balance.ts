import type { BalanceEntry } from '../../model/billing/balance.ts';
import { localDate } from '../../model/date.ts';
import type { Context } from '../engine.ts';
import { integerOf, textOf, textOrNull } from './columns.ts';

export function insertBalanceEntry(
  context: Context,
  entry: BalanceEntry & { readonly customerId: string },
): void {
  context.store.run(
    `INSERT INTO balance_entries (tenant, id, customer, currency, date, kind, amount, invoice)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    entry.id,
    entry.customerId,
    entry.amount.currency,
    entry.date,
    entry.kind,
    entry.amount.amountMinor,
    entry.invoiceId,
  );
}

/** Oldest first. */
export function balanceEntriesOf(context: Context, customerId: string): readonly BalanceEntry[] {
  return context.store
    .all(
      'SELECT * FROM balance_entries WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      date: localDate(textOf(row, 'date')),
      // Only `insertBalanceEntry` writes the column, from a value of this type.
      kind: textOf(row, 'kind') as BalanceEntry['kind'],
      amount: { currency: textOf(row, 'currency'), amountMinor: integerOf(row, 'amount') },
      invoiceId: textOrNull(row, 'invoice'),
    }));
}

import type { WalletEntryKind } from '../../model/billing/wallet.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import type { StoredWallet, StoredWalletEntry } from '../billing/stored-wallet.ts';
import type { Context } from '../engine.ts';
import { refuseUnknown } from '../refusal.ts';
import { countOf, integerOf, textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export function insertWallet(context: Context, wallet: Omit<StoredWallet, 'sequence'>): void {
  context.store.run(
    `INSERT INTO wallets (tenant, id, key, customer, currency, name, rate, priority, expires, charges)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    wallet.id,
    wallet.key,
    wallet.customerId,
    wallet.currency,
    wallet.name,
    wallet.rate,
    wallet.priority,
    wallet.expires,
    wallet.charges === null ? null : JSON.stringify(wallet.charges),
  );
}

export function walletById(context: Context, id: string): StoredWallet {
  const row = context.store.first('SELECT * FROM wallets WHERE tenant = ? AND id = ?', context.tenantId, id);
  return row === null ? refuseUnknown('walletId', id) : walletFrom(row);
}

/** In the order in which they were opened. */
export function walletsOf(context: Context, customerId: string): readonly StoredWallet[] {
  return context.store
    .all('SELECT * FROM wallets WHERE tenant = ? AND customer = ? ORDER BY seq', context.tenantId, customerId)
    .map(walletFrom);
}

/** Of all customers, those whose last day is over on the day. */
export function walletsExpiredBy(context: Context, day: string): readonly StoredWallet[] {
  return context.store
    .all('SELECT * FROM wallets WHERE tenant = ? AND expires <= ? ORDER BY seq', context.tenantId, day)
    .map(walletFrom);
}

/** Null when no wallet expires in that time, the last day included. */
export function firstExpiryDay(
  context: Context,
  within: { readonly after: LocalDate; readonly to: LocalDate },
): LocalDate | null {
  const row = context.store.first(
    'SELECT min(expires) AS day FROM wallets WHERE tenant = ? AND expires > ? AND expires <= ?',
    context.tenantId,
    within.after,
    within.to,
  );
  const day = row === null ? null : textOrNull(row, 'day');
  return day === null ? null : localDate(day);
}

export function insertWalletEntry(context: Context, entry: StoredWalletEntry): void {
  context.store.run(
    `INSERT INTO wallet_entries (tenant, id, key, wallet, kind, credits, amount, date, invoice)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    context.tenantId,
    entry.id,
    entry.key,
    entry.walletId,
    entry.kind,
    entry.credits,
    entry.amount,
    entry.date,
    entry.invoiceId,
  );
}

/** Oldest first. */
export function walletEntriesOf(context: Context, walletId: string): readonly StoredWalletEntry[] {
  return context.store
    .all(
      'SELECT * FROM wallet_entries WHERE tenant = ? AND wallet = ? ORDER BY seq',
      context.tenantId,
      walletId,
    )
    .map(entryFrom);
}

export function walletEntryByKey(context: Context, key: string): StoredWalletEntry | null {
  const row = context.store.first(
    'SELECT * FROM wallet_entries WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : entryFrom(row);
}

function walletFrom(row: Row): StoredWallet {
  const expires = textOrNull(row, 'expires');
  const charges = textOrNull(row, 'charges');
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    customerId: textOf(row, 'customer'),
    currency: textOf(row, 'currency'),
    sequence: countOf(row, 'seq'),
    name: textOf(row, 'name'),
    rate: textOf(row, 'rate'),
    priority: countOf(row, 'priority'),
    expires: expires === null ? null : localDate(expires),
    // Only `insertWallet` writes the column, from a value of this type.
    charges: charges === null ? null : (JSON.parse(charges) as readonly string[]),
  };
}

function entryFrom(row: Row): StoredWalletEntry {
  return {
    id: textOf(row, 'id'),
    key: textOrNull(row, 'key'),
    walletId: textOf(row, 'wallet'),
    // Only `insertWalletEntry` writes the column, from a value of this type.
    kind: textOf(row, 'kind') as WalletEntryKind,
    credits: integerOf(row, 'credits'),
    amount: integerOf(row, 'amount'),
    date: localDate(textOf(row, 'date')),
    invoiceId: textOrNull(row, 'invoice'),
  };
}

import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';
import { ledgerEntry } from './ledger.ts';

export interface StoredNeighbour {
  readonly url: string;
  /** Up to where its pages were fetched; empty before the first. */
  readonly cursor: string;
}

export function setNeighbour(context: Context, kind: string, url: string): void {
  context.store.run(
    `INSERT INTO neighbours (tenant, kind, url, cursor) VALUES (?, ?, ?, '')
     ON CONFLICT (tenant, kind) DO UPDATE SET url = excluded.url`,
    context.tenantId,
    kind,
    url,
  );
}

export function neighbourOf(context: Context, kind: string): StoredNeighbour | null {
  const row = context.store.first(
    'SELECT url, cursor FROM neighbours WHERE tenant = ? AND kind = ?',
    context.tenantId,
    kind,
  );
  return row === null ? null : { url: textOf(row, 'url'), cursor: textOf(row, 'cursor') };
}

export function setCursor(context: Context, kind: string, cursor: string): void {
  context.store.run(
    'UPDATE neighbours SET cursor = ? WHERE tenant = ? AND kind = ?',
    cursor,
    context.tenantId,
    kind,
  );
}

export interface StoredOrder {
  readonly customerId: string;
  readonly subscriptionId: string;
}

export function orderByKey(context: Context, key: string): StoredOrder | null {
  const row = context.store.first(
    'SELECT customer, subscription FROM orders WHERE tenant = ? AND order_key = ?',
    context.tenantId,
    key,
  );
  if (row === null) return null;
  return { customerId: textOf(row, 'customer'), subscriptionId: textOf(row, 'subscription') };
}

export function insertOrder(context: Context, key: string, order: StoredOrder): void {
  context.store.run(
    'INSERT INTO orders (tenant, order_key, customer, subscription) VALUES (?, ?, ?, ?)',
    context.tenantId,
    key,
    order.customerId,
    order.subscriptionId,
  );
}

/** Ids of the postings that accounting has not taken, oldest first. */
export function postingsToHandOver(context: Context): readonly string[] {
  return context.store
    .all(
      `SELECT posting, min(seq) AS first FROM ledger_entries WHERE tenant = ?
       AND posting NOT IN (SELECT posting FROM handed_over WHERE tenant = ?) GROUP BY posting ORDER BY first`,
      context.tenantId,
      context.tenantId,
    )
    .map((row) => textOf(row, 'posting'));
}

export function entriesOfPosting(context: Context, posting: string): readonly LedgerEntry[] {
  return context.store
    .all(
      'SELECT * FROM ledger_entries WHERE tenant = ? AND posting = ? ORDER BY seq',
      context.tenantId,
      posting,
    )
    .map(ledgerEntry);
}

export function noteHandedOver(context: Context, posting: string): void {
  context.store.run(
    'INSERT OR IGNORE INTO handed_over (tenant, posting) VALUES (?, ?)',
    context.tenantId,
    posting,
  );
}

export function countToHandOver(context: Context): number {
  const row = context.store.first(
    `SELECT count(DISTINCT posting) AS open FROM ledger_entries WHERE tenant = ?
     AND posting NOT IN (SELECT posting FROM handed_over WHERE tenant = ?)`,
    context.tenantId,
    context.tenantId,
  );
  return row === null ? 0 : countOf(row, 'open');
}

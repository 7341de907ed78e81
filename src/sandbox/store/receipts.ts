import type { Context } from '../engine.ts';
import { integerOf, textOf } from './columns.ts';

export interface KeptReceipt {
  /** What was asked, as text: another request with the same key is told apart by it. */
  readonly request: string;
  readonly surplusMinor: bigint;
}

export function insertReceipt(context: Context, key: string, receipt: KeptReceipt): void {
  context.store.run(
    'INSERT INTO receipts (tenant, key, request, surplus) VALUES (?, ?, ?, ?)',
    context.tenantId,
    key,
    receipt.request,
    receipt.surplusMinor,
  );
}

export function receiptByKey(context: Context, key: string): KeptReceipt | null {
  const row = context.store.first(
    'SELECT * FROM receipts WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : { request: textOf(row, 'request'), surplusMinor: integerOf(row, 'surplus') };
}

export function insertWriteOff(context: Context, key: string, invoiceId: string): void {
  context.store.run(
    'INSERT INTO write_offs (tenant, key, invoice) VALUES (?, ?, ?)',
    context.tenantId,
    key,
    invoiceId,
  );
}

export function writtenOffBy(context: Context, key: string): string | null {
  const row = context.store.first(
    'SELECT invoice FROM write_offs WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : textOf(row, 'invoice');
}

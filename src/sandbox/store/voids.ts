import { type LocalDate, localDate } from '../../model/date.ts';
import type { StoredLine } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';
import { textOf } from './columns.ts';

export interface InvoiceVoid {
  readonly key: string;
  readonly date: LocalDate;
}

export function voidOf(context: Context, invoiceId: string): InvoiceVoid | null {
  const row = context.store.first(
    'SELECT key, date FROM invoice_voids WHERE tenant = ? AND invoice = ?',
    context.tenantId,
    invoiceId,
  );
  return row === null ? null : { key: textOf(row, 'key'), date: localDate(textOf(row, 'date')) };
}

/** False when somebody was first. */
export function insertVoid(context: Context, invoiceId: string, { key, date }: InvoiceVoid): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO invoice_voids (tenant, invoice, key, date) VALUES (?, ?, ?, ?)',
    context.tenantId,
    invoiceId,
    key,
    date,
  );
  return inserted === 1;
}

export interface Replacement {
  readonly key: string;
  /** The new invoice. */
  readonly invoiceId: string;
}

export function replacementOf(context: Context, invoiceId: string): Replacement | null {
  const row = context.store.first(
    'SELECT key, replacement FROM rebills WHERE tenant = ? AND invoice = ?',
    context.tenantId,
    invoiceId,
  );
  return row === null ? null : { key: textOf(row, 'key'), invoiceId: textOf(row, 'replacement') };
}

export function insertReplacement(context: Context, invoiceId: string, replacement: Replacement): void {
  context.store.run(
    'INSERT INTO rebills (tenant, invoice, key, replacement) VALUES (?, ?, ?, ?)',
    context.tenantId,
    invoiceId,
    replacement.key,
    replacement.invoiceId,
  );
}

/** Nobody pays for the service of these lines any more, so that nothing of it is given back when it ends early. */
export function insertVoidedServices(context: Context, lines: readonly StoredLine[]): void {
  for (const line of servicesOf(lines)) {
    context.store.run(
      'INSERT OR IGNORE INTO voided_services (tenant, subscription, charge, period_from) VALUES (?, ?, ?, ?)',
      context.tenantId,
      line.subscriptionId,
      line.charge,
      line.period?.from ?? null,
    );
  }
}

export function deleteVoidedServices(context: Context, lines: readonly StoredLine[]): void {
  for (const line of servicesOf(lines)) {
    context.store.run(
      'DELETE FROM voided_services WHERE tenant = ? AND subscription = ? AND charge = ? AND period_from = ?',
      context.tenantId,
      line.subscriptionId,
      line.charge,
      line.period?.from ?? null,
    );
  }
}

function servicesOf(lines: readonly StoredLine[]): readonly StoredLine[] {
  return lines.filter(
    (line) =>
      line.subscriptionId !== null &&
      line.charge !== null &&
      line.period !== null &&
      (line.kind === 'recurring' || line.kind === 'proration-charge'),
  );
}

import type { Customer, NewCustomer } from '../../model/billing/customer.ts';
import type { Context } from '../engine.ts';
import { Refusal, refuseUnknown } from '../refusal.ts';
import { textOf, textOrNull } from './columns.ts';
import type { Row } from './store.ts';

export function insertCustomer(context: Context, id: string, customer: NewCustomer): void {
  const { store, tenantId } = context;
  const inserted = store.run(
    'INSERT OR IGNORE INTO customers (tenant, id, key, name, country, currency, time_zone, region, tax_status, vat_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    tenantId,
    id,
    customer.key,
    customer.name,
    customer.country,
    customer.currency,
    customer.timeZone,
    customer.region ?? null,
    customer.taxStatus ?? 'standard',
    customer.vatId ?? null,
  );
  if (inserted === 1) return;
  throw new Refusal({
    status: 409,
    field: 'key',
    message: `Found another customer with the key ${customer.key}.`,
  });
}

export function findCustomer(context: Context, id: string): Customer | null {
  const row = context.store.first(
    'SELECT * FROM customers WHERE tenant = ? AND id = ?',
    context.tenantId,
    id,
  );
  return row === null ? null : customerFrom(row);
}

export function customerIdByKey(context: Context, key: string): string | null {
  const row = context.store.first(
    'SELECT id FROM customers WHERE tenant = ? AND key = ?',
    context.tenantId,
    key,
  );
  return row === null ? null : textOf(row, 'id');
}

export function customerIds(context: Context): readonly string[] {
  return context.store
    .all('SELECT id FROM customers WHERE tenant = ? ORDER BY rowid', context.tenantId)
    .map((row) => textOf(row, 'id'));
}

export function customerById(context: Context, id: string): Customer {
  return findCustomer(context, id) ?? refuseUnknown('customerId', id);
}

function customerFrom(row: Row): Customer {
  return {
    id: textOf(row, 'id'),
    key: textOf(row, 'key'),
    name: textOf(row, 'name'),
    country: textOf(row, 'country'),
    currency: textOf(row, 'currency'),
    timeZone: textOf(row, 'time_zone'),
    region: textOrNull(row, 'region'),
    taxStatus: textOf(row, 'tax_status') === 'exempt' ? 'exempt' : 'standard',
    vatId: textOrNull(row, 'vat_id'),
  };
}

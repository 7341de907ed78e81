import type { Context } from '../engine.ts';
import { countOf } from './columns.ts';

/** 1 until the customer was changed for the first time. */
export function customerVersion(context: Context, customerId: string): number {
  const row = context.store.first(
    'SELECT version FROM customer_versions WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  return row === null ? 1 : countOf(row, 'version');
}

export function writeCustomerName(
  context: Context,
  customer: { readonly id: string; readonly name: string; readonly version: number },
): void {
  context.store.run(
    'UPDATE customers SET name = ? WHERE tenant = ? AND id = ?',
    customer.name,
    context.tenantId,
    customer.id,
  );
  context.store.run(
    'INSERT OR REPLACE INTO customer_versions (tenant, customer, version) VALUES (?, ?, ?)',
    context.tenantId,
    customer.id,
    customer.version,
  );
}

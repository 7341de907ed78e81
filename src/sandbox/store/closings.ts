import type { Context } from '../engine.ts';

/** False when the customer was closed before. */
export function saveClosing(context: Context, customerId: string): boolean {
  const inserted = context.store.run(
    'INSERT OR IGNORE INTO customer_closings (tenant, customer) VALUES (?, ?)',
    context.tenantId,
    customerId,
  );
  return inserted === 1;
}

export function isClosed(context: Context, customerId: string): boolean {
  const found = context.store.first(
    'SELECT 1 FROM customer_closings WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  return found !== null;
}

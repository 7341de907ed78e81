import type { Context } from '../engine.ts';

export function saveHold(context: Context, customerId: string): void {
  context.store.run(
    'INSERT OR IGNORE INTO invoice_holds (tenant, customer) VALUES (?, ?)',
    context.tenantId,
    customerId,
  );
}

export function deleteHold(context: Context, customerId: string): void {
  context.store.run(
    'DELETE FROM invoice_holds WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
}

export function isHeld(context: Context, customerId: string): boolean {
  const found = context.store.first(
    'SELECT 1 FROM invoice_holds WHERE tenant = ? AND customer = ?',
    context.tenantId,
    customerId,
  );
  return found !== null;
}

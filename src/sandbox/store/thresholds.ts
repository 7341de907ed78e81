import type { Context } from '../engine.ts';
import { integerOf, textOf } from './columns.ts';

/** In minor units; those that were set before are gone. */
export function saveThresholds(context: Context, subscriptionId: string, amounts: readonly bigint[]): void {
  context.store.run(
    'DELETE FROM usage_thresholds WHERE tenant = ? AND subscription = ?',
    context.tenantId,
    subscriptionId,
  );
  for (const amount of amounts)
    context.store.run(
      'INSERT OR IGNORE INTO usage_thresholds (tenant, subscription, amount) VALUES (?, ?, ?)',
      context.tenantId,
      subscriptionId,
      amount,
    );
}

/** By subscription of the customer; one without thresholds is not there. */
export function thresholdsOf(context: Context, customerId: string): ReadonlyMap<string, readonly bigint[]> {
  const rows = context.store.all(
    `SELECT threshold.subscription, threshold.amount FROM usage_thresholds AS threshold
     JOIN subscriptions ON subscriptions.tenant = threshold.tenant AND subscriptions.id = threshold.subscription
     WHERE threshold.tenant = ? AND subscriptions.customer = ? ORDER BY threshold.amount`,
    context.tenantId,
    customerId,
  );
  const found = new Map<string, bigint[]>();
  for (const row of rows) {
    const id = textOf(row, 'subscription');
    found.set(id, [...(found.get(id) ?? []), integerOf(row, 'amount')]);
  }
  return found;
}

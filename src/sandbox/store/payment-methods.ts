import type { PaymentBehaviour, PaymentMethod } from '../../model/billing/gateway.ts';
import type { Context } from '../engine.ts';
import { textOf } from './columns.ts';
import type { Store } from './store.ts';

export function savePaymentMethod(context: Context, customerId: string, method: PaymentMethod): void {
  context.store.run(
    'INSERT OR REPLACE INTO payment_methods (tenant, customer, behaviour, collection) VALUES (?, ?, ?, ?)',
    context.tenantId,
    customerId,
    method.behaviour,
    method.collection,
  );
}

/** Those whose invoices the target charges by itself. */
export function automaticPayers(context: Context): readonly string[] {
  return context.store
    .all(
      "SELECT customer FROM payment_methods WHERE tenant = ? AND collection = 'automatic' ORDER BY customer",
      context.tenantId,
    )
    .map((row) => textOf(row, 'customer'));
}

/** Whoever gave no method pays by one that succeeds. */
export function behaviourOf(store: Store, tenantId: string, customerId: string): PaymentBehaviour {
  const row = store.first(
    'SELECT behaviour FROM payment_methods WHERE tenant = ? AND customer = ?',
    tenantId,
    customerId,
  );
  // Only `savePaymentMethod` writes the column, from a value of this type.
  return row === null ? 'succeeds' : (textOf(row, 'behaviour') as PaymentBehaviour);
}

import type { GatewayMovement } from '../../model/billing/gateway.ts';
import type { Context } from '../engine.ts';
import type { GatewayAnswer, GatewayOrder } from '../gateway/gateway.ts';
import { integerOf, textOf } from './columns.ts';
import type { Row, Store } from './store.ts';

export function insertMovement(store: Store, order: GatewayOrder, answer: GatewayAnswer): void {
  store.run(
    `INSERT INTO gateway_movements (tenant, key, customer, kind, currency, amount, status, decline)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    order.tenantId,
    order.key,
    order.customerId,
    order.kind,
    order.currency,
    order.amountMinor,
    answer.status,
    answer.status === 'declined' ? answer.decline : null,
  );
}

export function findMovement(store: Store, tenantId: string, key: string): GatewayAnswer | null {
  const row = store.first('SELECT * FROM gateway_movements WHERE tenant = ? AND key = ?', tenantId, key);
  return row === null ? null : answerFrom(row);
}

export function moveOn(
  store: Store,
  change: {
    readonly tenantId: string;
    readonly key: string;
    readonly from: GatewayMovement['status'];
    readonly to: GatewayMovement['status'];
  },
): void {
  store.run(
    "UPDATE gateway_movements SET status = ?, decline = 'hard' WHERE tenant = ? AND key = ? AND status = ?",
    change.to,
    change.tenantId,
    change.key,
    change.from,
  );
}

/** The record of the payment service, oldest first. */
export function movementsOf(context: Context, customerId: string): readonly GatewayMovement[] {
  return context.store
    .all(
      'SELECT * FROM gateway_movements WHERE tenant = ? AND customer = ? ORDER BY seq',
      context.tenantId,
      customerId,
    )
    .map((row) => ({
      // Only this file writes these columns, from values of these types.
      kind: textOf(row, 'kind') as GatewayMovement['kind'],
      status: statusOf(row),
      currency: textOf(row, 'currency'),
      amountMinor: integerOf(row, 'amount'),
    }));
}

function answerFrom(row: Row): GatewayAnswer {
  const status = statusOf(row);
  if (status !== 'declined') return { status };
  return { status, decline: textOf(row, 'decline') === 'soft' ? 'soft' : 'hard' };
}

function statusOf(row: Row): GatewayMovement['status'] {
  return textOf(row, 'status') as GatewayMovement['status'];
}

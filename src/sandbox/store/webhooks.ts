import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';
import type { Store } from './store.ts';

export interface PendingDelivery {
  readonly sequence: number;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

export function insertEndpoint(
  context: Context,
  endpoint: { readonly id: string; readonly url: string; readonly secret: string },
): void {
  context.store.run(
    'INSERT INTO webhook_endpoints (tenant, id, url, secret) VALUES (?, ?, ?, ?)',
    context.tenantId,
    endpoint.id,
    endpoint.url,
    endpoint.secret,
  );
}

export function enqueueForAll(context: Context, body: string): void {
  context.store.run(
    `INSERT INTO webhook_deliveries (tenant, endpoint, body, state, attempts)
     SELECT tenant, id, ?, 'pending', 0 FROM webhook_endpoints WHERE tenant = ?`,
    body,
    context.tenantId,
  );
}

/** The oldest event of the tenant that still has to go out; null when all did. */
export function nextDelivery(store: Store, tenantId: string): PendingDelivery | null {
  const row = store.first(
    `SELECT delivery.seq, url, secret, body FROM webhook_deliveries AS delivery
     JOIN webhook_endpoints AS endpoint ON endpoint.tenant = delivery.tenant AND endpoint.id = delivery.endpoint
     WHERE delivery.tenant = ? AND state = 'pending' ORDER BY delivery.seq LIMIT 1`,
    tenantId,
  );
  if (row === null) return null;
  return {
    sequence: countOf(row, 'seq'),
    url: textOf(row, 'url'),
    secret: textOf(row, 'secret'),
    body: textOf(row, 'body'),
  };
}

export function endDelivery(
  store: Store,
  sequence: number,
  end: { readonly state: 'delivered' | 'given-up'; readonly attempts: number },
): void {
  store.run(
    'UPDATE webhook_deliveries SET state = ?, attempts = ? WHERE seq = ?',
    end.state,
    end.attempts,
    sequence,
  );
}

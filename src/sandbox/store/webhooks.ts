import type { Context } from '../engine.ts';
import { countOf, textOf } from './columns.ts';
import type { Store } from './store.ts';

export interface PendingDelivery {
  readonly sequence: number;
  /** How often it was tried in vain, before a restart too. */
  readonly attempts: number;
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
     SELECT tenant, id, ?, ?, 0 FROM webhook_endpoints WHERE tenant = ?`,
    body,
    isLost(context) ? 'lost' : 'pending',
    context.tenantId,
  );
}

/** The oldest event of the tenant that still has to go out; null when all did. */
export function nextDelivery(store: Store, tenantId: string): PendingDelivery | null {
  const row = store.first(
    `SELECT delivery.seq, url, secret, body,
       (SELECT count(*) FROM webhook_pauses AS pause WHERE pause.delivery = delivery.seq) AS tried
     FROM webhook_deliveries AS delivery
     JOIN webhook_endpoints AS endpoint ON endpoint.tenant = delivery.tenant AND endpoint.id = delivery.endpoint
     WHERE delivery.tenant = ? AND state = 'pending' ORDER BY delivery.seq LIMIT 1`,
    tenantId,
  );
  if (row === null) return null;
  return {
    sequence: countOf(row, 'seq'),
    attempts: countOf(row, 'tried'),
    url: textOf(row, 'url'),
    secret: textOf(row, 'secret'),
    body: textOf(row, 'body'),
  };
}

/** The tenants to whose receivers something still has to go out. */
export function tenantsOwed(store: Store): readonly string[] {
  return store
    .all("SELECT DISTINCT tenant FROM webhook_deliveries WHERE state = 'pending'")
    .map((row) => textOf(row, 'tenant'));
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

/** An attempt failed, and another one follows after the pause. */
export function insertPause(
  store: Store,
  of: {
    readonly tenantId: string;
    readonly delivery: number;
    readonly attempt: number;
    readonly pauseMs: number;
  },
): void {
  store.run(
    'INSERT INTO webhook_pauses (tenant, delivery, attempt, pause_ms) VALUES (?, ?, ?, ?)',
    of.tenantId,
    of.delivery,
    of.attempt,
    of.pauseMs,
  );
}

export interface LoggedDelivery {
  readonly body: string;
  readonly state: string;
  readonly pausesMs: readonly number[];
}

/** Every telling, as it was due. */
export function loggedDeliveries({ store, tenantId }: Context): readonly LoggedDelivery[] {
  const pauses = store.all(
    'SELECT delivery, pause_ms FROM webhook_pauses WHERE tenant = ? ORDER BY delivery, attempt',
    tenantId,
  );
  return store
    .all('SELECT seq, body, state FROM webhook_deliveries WHERE tenant = ? ORDER BY seq', tenantId)
    .map((row) => ({
      body: textOf(row, 'body'),
      state: textOf(row, 'state'),
      pausesMs: pauses
        .filter((pause) => countOf(pause, 'delivery') === countOf(row, 'seq'))
        .map((pause) => countOf(pause, 'pause_ms')),
    }));
}

export interface StoredDelivery {
  readonly endpoint: string;
  readonly body: string;
}

/** The first telling of each event to each address, in the order of happening. */
export function everyDelivery(context: Context): readonly StoredDelivery[] {
  return context.store
    .all(
      'SELECT endpoint, body FROM webhook_deliveries WHERE tenant = ? GROUP BY endpoint, body ORDER BY min(seq)',
      context.tenantId,
    )
    .map((row) => ({ endpoint: textOf(row, 'endpoint'), body: textOf(row, 'body') }));
}

export function enqueueAgain(context: Context, { endpoint, body }: StoredDelivery): void {
  context.store.run(
    "INSERT INTO webhook_deliveries (tenant, endpoint, body, state, attempts) VALUES (?, ?, ?, 'pending', 0)",
    context.tenantId,
    endpoint,
    body,
  );
}

export function loseDeliveries(context: Context, count: number): void {
  context.store.run(
    'INSERT OR REPLACE INTO webhook_losses (tenant, count) VALUES (?, ?)',
    context.tenantId,
    count,
  );
}

function isLost(context: Context): boolean {
  const lost = context.store.run(
    'UPDATE webhook_losses SET count = count - 1 WHERE tenant = ? AND count > 0',
    context.tenantId,
  );
  return lost === 1;
}

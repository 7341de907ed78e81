import type { JournalRecord } from '../../../src/model/observing/record.ts';
import type { Asked } from './exchange.ts';
import type { FaultProxy } from './fault-proxy.ts';

/**
 * What was really sent, by counters that are not tollgate's: every write that came to the proxy must stand in the journal as
 * an intent, one for one. A write that was sent again in secret has no intent of its own. The load generator is exempt.
 */
export function sentInSecret(proxy: FaultProxy, records: readonly JournalRecord[]): readonly string[] {
  const intents = new Map<string, number>();
  for (const record of records.filter((one) => one.kind === 'intent')) {
    const name = `${record.request} key "${record.idempotencyKey}"`;
    intents.set(name, (intents.get(name) ?? 0) + 1);
  }
  const sent = Map.groupBy(
    proxy.asked.filter(({ isWrite, isLoad, path }) => isWrite && !isLoad && path.startsWith('/v1/')),
    ({ method, path, idempotencyKey }) => `${method} ${path} key "${idempotencyKey}"`,
  );
  return [...sent]
    .filter(([name, requests]) => requests.length > (intents.get(name) ?? 0))
    .map(([name, requests]) => `${name}: sent ${requests.length} times, announced ${intents.get(name) ?? 0}`);
}

/** Writes that came again, byte for byte and for the same session, after the fault was done to them. */
export function sentAgain(proxy: FaultProxy, faulted: readonly Asked[]): readonly string[] {
  return faulted.flatMap((one) => {
    const again = proxy.asked.filter((other) => other.number > one.number && isSame(one, other));
    return again.length === 0 ? [] : [`${one.method} ${one.path} was sent again after its fault`];
  });
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.isWrite &&
    one.method === other.method &&
    one.path === other.path &&
    one.body === other.body &&
    one.idempotencyKey === other.idempotencyKey &&
    one.authorization === other.authorization
  );
}

import type { JournalRecord } from '../../src/model/observing/record.ts';
import type { Seen } from './row.ts';

type Settled = Extract<JournalRecord, { kind: 'settled' }>;

/**
 * Writes of unknown outcome that nobody settled, or settled wrongly by the proxy's own counters; and a run that knew of none,
 * although the proxy made some.
 */
export function unsettled({ records, scene }: Seen): readonly string[] {
  const outcomes = new Map(
    records.filter((record) => record.kind === 'outcome').map((record) => [record.intentId, record.outcome]),
  );
  const settled = new Map(
    records.filter((record) => record.kind === 'settled').map((record) => [record.intentId, record]),
  );
  const unknown = records
    .filter((record) => record.kind === 'intent')
    .filter(({ intentId }) => (outcomes.get(intentId) ?? 'unknown') === 'unknown');
  if (unknown.length === 0) return ['the journal holds no write of unknown outcome'];
  const done = new Set(scene.proxy.done.map(nameOf));
  return unknown.flatMap(({ intentId, request, idempotencyKey }) => {
    const found = settled.get(intentId);
    if (found === undefined || found.outcome === 'unknown') return [`${request} was not settled`];
    const isDone = done.has(`${request} key "${idempotencyKey}"`);
    return isTrue(found, isDone) ? [] : [`${request} was settled as ${found.outcome}, which is not so`];
  });
}

function nameOf(asked: { readonly method: string; readonly path: string; readonly idempotencyKey: string }) {
  return `${asked.method} ${asked.path} key "${asked.idempotencyKey}"`;
}

function isTrue({ outcome }: Settled, isDone: boolean): boolean {
  return (outcome === 'done') === isDone;
}

import type { Seen } from './row.ts';

/** Writes of unknown outcome that nobody settled; and a run that knew of none, although the proxy made some. */
export function unsettled({ records }: Seen): readonly string[] {
  const intents = records.filter((record) => record.kind === 'intent');
  const outcomes = new Map(
    records.filter((record) => record.kind === 'outcome').map((record) => [record.intentId, record.outcome]),
  );
  const settled = new Set(
    records.filter((record) => record.kind === 'settled').map((record) => record.intentId),
  );
  const unknown = intents.filter(({ intentId }) => (outcomes.get(intentId) ?? 'unknown') === 'unknown');
  if (unknown.length === 0) return ['the journal holds no write of unknown outcome'];
  const open = unknown.filter(({ intentId }) => !settled.has(intentId));
  if (open.length === 0) return [];
  return [
    `${open.length} of ${unknown.length} writes of unknown outcome were not settled: ${open[0]?.request}`,
  ];
}

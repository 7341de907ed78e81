import type { JournalRecord } from '../model/observing/record.ts';

type Intent = Extract<JournalRecord, { kind: 'intent' }>;

/**
 * A write to the target and what is known of it in the end. One that is settled had no known outcome, and reading the target
 * told it.
 */
export type Write = { readonly intent: Intent; readonly detail: string } & (
  | { readonly state: 'done' | 'refused' | 'unknown' }
  | { readonly state: 'settled'; readonly settledAs: 'done' | 'not-done' }
);

/** Every announced write with what became of it. One without an outcome is unknown until reading settles it. */
export function writesIn(records: readonly JournalRecord[]): readonly Write[] {
  const outcomes = new Map(
    records.flatMap((record) => (record.kind === 'outcome' ? [[record.intentId, record]] : [])),
  );
  const settled = new Map(
    records.flatMap((record) => (record.kind === 'settled' ? [[record.intentId, record]] : [])),
  );
  return records.flatMap((record): Write[] => {
    if (record.kind !== 'intent') return [];
    const outcome = outcomes.get(record.intentId);
    if (outcome !== undefined && outcome.outcome !== 'unknown')
      return [{ intent: record, state: outcome.outcome, detail: outcome.detail }];
    const read = settled.get(record.intentId);
    if (read !== undefined && read.outcome !== 'unknown')
      return [{ intent: record, state: 'settled', settledAs: read.outcome, detail: read.detail }];
    const detail = read?.detail ?? outcome?.detail ?? 'no outcome was recorded';
    return [{ intent: record, state: 'unknown', detail }];
  });
}

/** Whether the write may have changed the target: done, or nobody knows. */
export function mayHaveHappened(write: Write): boolean {
  if (write.state === 'settled') return write.settledAs === 'done';
  return write.state !== 'refused';
}

import type { JournalLine } from '../model/observing/record.ts';

/** When the target was asked whether it is there, and whether it said so. */
export interface Probe {
  readonly atMs: number;
  readonly answers: boolean;
  readonly detail: string;
}

export function probesIn(lines: readonly JournalLine[]): readonly Probe[] {
  return lines.flatMap(({ at, record }) =>
    record.kind === 'probe'
      ? [{ atMs: Date.parse(at), answers: record.result === 'answers', detail: record.detail }]
      : [],
  );
}

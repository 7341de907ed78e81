import { createHash } from 'node:crypto';
import { instantFromMs } from '../model/date.ts';
import type { JournalLine, JournalRecord } from '../model/observing/record.ts';

/** What the first line names as the one before it. */
export const journalStart = '0'.repeat(64);

export interface LineParts {
  readonly seq: number;
  readonly atMs: number;
  readonly prev: string;
  readonly record: JournalRecord;
}

/** One line without its newline. The record stands last, so that its length can be checked against what is there. */
export function writeLine({ seq, atMs, prev, record }: LineParts): string {
  const json = JSON.stringify(record);
  const bytes = Buffer.byteLength(json);
  return `{"seq":${seq},"at":"${instantFromMs(atMs)}","prev":"${prev}","bytes":${bytes},"record":${json}}`;
}

export function hashLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

export function parseLine(text: string): JournalLine {
  return JSON.parse(text) as JournalLine;
}

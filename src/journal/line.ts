import { hash as digest } from 'node:crypto';
import type { Instant } from '../model/date.ts';
import type { JournalLine, JournalRecord } from '../model/observing/record.ts';

/** What the first line names as the one before it. */
export const journalStart = '0'.repeat(64);

/** Schema of the lines that we write. Lines of every earlier one are read. */
export const journalSchema = 2;

export interface LineParts {
  readonly seq: number;
  readonly at: Instant;
  /** The hash of the line before. */
  readonly prev: string;
  readonly record: JournalRecord;
}

export interface WrittenLine {
  /** Without its newline. */
  readonly text: string;
  readonly hash: string;
}

/**
 * Each line carries the hash of all that stands before it in the line, the hash of its predecessor among it. This stays so in
 * every schema: only then can a line of a later one be told from a damaged one.
 */
export function writeLine({ seq, at, prev, record }: LineParts): WrittenLine {
  const json = JSON.stringify(record);
  const open = `{"v":${journalSchema},"seq":${seq},"at":"${at}","prev":"${prev}","bytes":${Buffer.byteLength(json)},"record":${json}`;
  const hash = sealOf(open);
  return { text: `${open},"hash":"${hash}"}`, hash };
}

const sealLength = ',"hash":"'.length + 64 + '"}'.length;

export interface SealedLine {
  readonly line: JournalLine;
  /** Whether the hash that the line carries is the one of its own text. */
  readonly isIntact: boolean;
}

/** Throws when the text is not JSON. */
export function parseLine(text: string): SealedLine {
  const line = JSON.parse(text) as JournalLine;
  const open = text.slice(0, -sealLength);
  return { line, isIntact: text === `${open},"hash":"${sealOf(open)}"}` };
}

function sealOf(open: string): string {
  return digest('sha256', open);
}

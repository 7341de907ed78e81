import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { HarnessFault } from '../model/fault.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { fromLater } from './from-later.ts';
import { journalSchema, journalStart, parseLine, type SealedLine } from './line.ts';
import { misshapen } from './record-shape.ts';

export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Hash of the last whole line. */
  readonly head: string;
  /** Whether a torn last line was cut: what a crash in the middle of a write leaves. */
  readonly torn: boolean;
  /** Length of the whole lines; what follows is the torn one. */
  readonly wholeBytes: number;
}

const newline = 0x0a;

/** Reads a journal and proves its chain. Only a torn last line is cut; any other damage is EVIDENCE_ALTERED, naming it. */
export async function readJournal(path: string): Promise<Journal> {
  const bytes = await readFile(path);
  const lines: JournalLine[] = [];
  let prev = journalStart;
  let from = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
    const line = readRow(bytes.subarray(from, end), lines.length);
    if (line.prev !== prev) throw altered(lines.length, 'its link to the line before does not fit');
    prev = line.hash;
    lines.push(line);
    from = end + 1;
  }
  refuseWholeLine(bytes.subarray(from), lines.length);
  return { lines, head: prev, torn: from < bytes.length, wholeBytes: from };
}

function readRow(row: Buffer, index: number): JournalLine {
  const sealed = isUtf8(row) ? sealedLine(row.toString()) : null;
  if (sealed === null) throw altered(index, 'it is not a record');
  const { line, isIntact } = sealed;
  if (!isIntact) throw altered(index, 'its content is not the one it was sealed with');
  refuseSchema(line, index);
  if (line.seq !== index) throw altered(index, `it says it is number ${line.seq}`);
  if (Number.isNaN(Date.parse(line.at))) throw altered(index, 'its time is none');
  if (bytesOf(line.record) !== line.bytes) throw altered(index, 'its length is not the stated one');
  const wrong = misshapen(line.record);
  if (wrong !== null) throw altered(index, wrong);
  return line;
}

/** Lines of schema 1 did not name it. */
function refuseSchema(line: JournalLine, index: number): void {
  const schema: unknown = 'v' in line ? line.v : 1;
  if (!Number.isSafeInteger(schema) || (schema as number) < 1)
    throw altered(index, `it names the schema ${JSON.stringify(schema)}, which is none`);
  if ((schema as number) > journalSchema)
    throw fromLater(`journal.ndjson, record ${index}`, `schema ${schema}`, `at most ${journalSchema}`);
}

/** Null for one that is nested deeper than anything we write. */
function bytesOf(record: unknown): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(record));
  } catch {
    return null;
  }
}

const lineEnd = /,"hash":"[0-9a-f]{64}"\}/g;

/**
 * A write that was cut leaves less than a line. A whole one with something else in place of its newline was changed, also
 * where the line after it was torn.
 */
function refuseWholeLine(tail: Buffer, index: number): void {
  for (const end of tail.toString('latin1').matchAll(lineEnd)) {
    const whole = tail.subarray(0, end.index + end[0].length);
    if (whole.length < tail.length && sealedLine(whole.toString())?.isIntact === true)
      throw altered(index, 'it does not end with a new line but with another character');
  }
}

function sealedLine(text: string): SealedLine | null {
  try {
    return parseLine(text);
  } catch {
    return null;
  }
}

function altered(index: number, what: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `journal.ndjson, record ${index}: ${what}; expected an unbroken chain of records.`,
    hint: 'This run folder was damaged or changed after the run. Take an untouched copy, or run again.',
  });
}

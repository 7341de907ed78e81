import { readFile } from 'node:fs/promises';
import { HarnessFault } from '../model/fault.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { journalStart, parseLine, type SealedLine } from './line.ts';

export interface Journal {
  readonly lines: readonly JournalLine[];
  /** Hash of the last whole line. */
  readonly head: string;
  /** Whether a torn last line was cut: what a crash in the middle of a write leaves. */
  readonly torn: boolean;
}

/** Reads a journal and proves its chain. Only a torn last line is cut; any other damage is EVIDENCE_ALTERED, naming it. */
export async function readJournal(path: string): Promise<Journal> {
  const text = await readFile(path, 'utf8');
  const whole = text.endsWith('\n');
  const rows = text.split('\n');
  const torn = !whole && (rows.pop() ?? '') !== '';
  if (whole) rows.pop();
  let prev = journalStart;
  const lines = rows.map((row, index) => {
    const line = readRow(row, index);
    if (line.prev !== prev) throw altered(index, 'its link to the line before does not fit');
    prev = line.hash;
    return line;
  });
  return { lines, head: prev, torn };
}

function readRow(row: string, index: number): JournalLine {
  let sealed: SealedLine;
  try {
    sealed = parseLine(row);
  } catch {
    throw altered(index, 'it is not a record');
  }
  const { line, isIntact } = sealed;
  if (!isIntact) throw altered(index, 'its content is not the one it was sealed with');
  if (line.seq !== index) throw altered(index, `it says it is number ${line.seq}`);
  if (Buffer.byteLength(JSON.stringify(line.record)) !== line.bytes)
    throw altered(index, 'its length is not the stated one');
  return line;
}

function altered(index: number, what: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `journal.ndjson, record ${index}: ${what}; expected an unbroken chain of records.`,
    hint: 'This run folder was damaged or changed after the run. Take an untouched copy, or run again.',
  });
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalLine } from '../model/observing/record.ts';
import { journalStart } from './line.ts';
import { sha256 } from './safe-file.ts';

/** A line to be changed; `json` stands for its record where that cannot be had as a value. */
export type ForgedLine = { -readonly [Key in keyof JournalLine]: unknown } & { json?: string };

/** Changes the lines of a run's journal and chains them again, as one would who knows how. */
export async function rechain(runDir: string, edit: (lines: ForgedLine[]) => void): Promise<void> {
  const path = join(runDir, 'journal.ndjson');
  const text = await readFile(path, 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as ForgedLine);
  edit(lines);
  let prev = journalStart;
  const rows = lines.map(({ v, at, record, json = JSON.stringify(record) }, seq) => {
    const schema = v === undefined ? '' : `"v":${JSON.stringify(v)},`;
    const open = `{${schema}"seq":${seq},"at":${JSON.stringify(at)},"prev":"${prev}","bytes":${Buffer.byteLength(json)},"record":${json}`;
    prev = sha256(open);
    return `${open},"hash":"${prev}"}\n`;
  });
  await writeFile(path, rows.join(''));
}

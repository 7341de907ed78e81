import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileSafely } from '../journal/evidence.ts';
import { exporters } from '../report/index.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { type Decided, evidenceReader } from './decided.ts';

export interface WrittenReport {
  readonly verdictFile: string;
  readonly files: readonly string[];
}

/** Writes the verdict and every report format beside the journal. `label` keeps another policy's or date's verdict apart. */
export async function writeReports({ stored, run }: Decided, label: string): Promise<WrittenReport> {
  const verdictFile = join(stored.dir, label === '' ? 'verdict.json' : `verdict.${label}.json`);
  await writeFileSafely(verdictFile, verdictJson(run.verdict));
  const dir = label === '' ? stored.dir : join(stored.dir, `report.${label}`);
  await mkdir(dir, { recursive: true });
  const evidence = evidenceReader(stored.dir);
  for (const exporter of exporters)
    await writeChunks(join(dir, exporter.file), exporter.render({ run, evidence }));
  return { verdictFile, files: exporters.map((exporter) => join(dir, exporter.file)) };
}

async function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    for (const chunk of chunks) await file.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

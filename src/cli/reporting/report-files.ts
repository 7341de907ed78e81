import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256, writeFileSafely } from '../../journal/safe-file.ts';
import type { Exporter } from '../../report/exporter.ts';
import { verdictJson } from '../../report/verdict-json.ts';
import { type Decided, evidenceReader } from './decided.ts';

/** One file of a decided run, rendered when it is asked for. */
export interface ReportFile {
  /** Relative to the run folder. */
  readonly path: string;
  chunks(): Iterable<string | Uint8Array>;
  /** Of what it would hold. */
  digest(): string;
}

/** Every report format and the verdict after them. A label keeps them beside those that have none. */
export function reportFiles(
  { stored, run }: Decided,
  label: string,
  formats: readonly Exporter[],
): readonly ReportFile[] {
  const evidence = evidenceReader(stored.dir);
  const reports = formats.map((format) =>
    reportFile(label === '' ? format.file : `report.${label}/${format.file}`, () =>
      format.render({ run, evidence }),
    ),
  );
  const verdict = reportFile(verdictName(label), () => [verdictJson(run.verdict)]);
  return [...reports, verdict];
}

export function verdictName(label: string): string {
  return label === '' ? 'verdict.json' : `verdict.${label}.json`;
}

function reportFile(path: string, chunks: ReportFile['chunks']): ReportFile {
  let known: string | null = null;
  return {
    path,
    chunks,
    digest: () => {
      known ??= sha256(chunks());
      return known;
    },
  };
}

/** One digest for all of them together. */
export function digestOfReport(files: readonly ReportFile[]): string {
  return sha256(files.map((file) => `${file.path} ${file.digest()}\n`));
}

/** Never through a link. */
export async function writeReport(runDir: string, file: ReportFile): Promise<void> {
  const path = join(runDir, file.path);
  await mkdir(dirname(path), { recursive: true });
  if ((await lstat(dirname(path))).isSymbolicLink()) throw new Error(`${dirname(path)} is a link`);
  await writeFileSafely(path, file.chunks());
}

import type { DecidedRun } from '../model/deciding/decided-run.ts';

export interface ReportInput {
  readonly run: DecidedRun;
  /** The bytes of a piece of evidence; null when the run folder does not hold it. */
  readonly evidence: (sha256: string) => Uint8Array | null;
}

/** One report format: a decided run in, the chunks of one file out. Whoever calls it writes them. */
export interface Exporter {
  readonly name: string;
  /** The file's name in the run folder. */
  readonly file: string;
  render(input: ReportInput): Iterable<string | Uint8Array>;
}

/** Where a piece of evidence stands in the run folder, with forward slashes. */
export function evidencePath(sha256: string): string {
  return `evidence/${sha256.slice(0, 2)}/${sha256}`;
}

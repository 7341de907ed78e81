import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { evidenceLost, isDiskFault } from '../../journal/lost.ts';
import { sealRun, writeSeal } from '../../journal/seal.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { Exporter } from '../../report/exporter.ts';
import { exporters } from '../../report/index.ts';
import { tollgateVersion } from '../version.ts';
import type { Decided } from './decided.ts';
import { digestOfReport, type ReportFile, reportFiles, verdictName, writeReport } from './report-files.ts';

export interface WrittenReport {
  readonly verdictFile: string;
  readonly files: readonly string[];
}

/**
 * Writes every report format beside the journal, then the verdict, then the seal over all of it: where a verdict stands,
 * everything it speaks of stands too. `label` keeps another policy's or date's verdict apart. What is sealed is never written
 * over: the same bytes are left alone, and another version's bytes get a label of their own.
 */
export async function writeReports(
  decided: Decided,
  label: string,
  formats: readonly Exporter[] = exporters,
): Promise<WrittenReport> {
  try {
    const plan = await filesToWrite(decided, label, formats);
    await announce(decided, plan.toWrite);
    for (const file of plan.toWrite) await writeReport(decided.stored.dir, file);
    await seal(decided, plan.toWrite);
    const paths = plan.files.map((file) => join(decided.stored.dir, file.path));
    return { verdictFile: paths.at(-1) ?? '', files: paths.slice(0, -1) };
  } catch (error) {
    throw await notWritten(decided, label, error);
  }
}

interface WritePlan {
  /** The verdict is the last one. */
  readonly files: readonly ReportFile[];
  readonly toWrite: readonly ReportFile[];
}

async function filesToWrite(
  decided: Decided,
  label: string,
  formats: readonly Exporter[],
): Promise<WritePlan> {
  const { seal: sealed } = decided.stored;
  const wanted = reportFiles(decided, label, formats);
  if (sealed === null) return { files: wanted, toWrite: wanted };
  const known = new Map(sealed.files.map((file) => [file.path, file.sha256]));
  const version = `v${await tollgateVersion()}`;
  const own = `${version}-${digestOfReport(wanted).slice(0, 8)}`;
  for (const suffix of ['', version, own]) {
    const files = reportFiles(decided, [label, suffix].filter((part) => part !== '').join('.'), formats);
    if (files.some((file) => known.has(file.path) && known.get(file.path) !== file.digest())) continue;
    return { files, toWrite: files.filter((file) => !known.has(file.path)) };
  }
  throw new Error(`no free name for the reports of ${decided.stored.dir}`);
}

/** Until all of it is written there is no verdict; files that come beside a seal are named in it first. */
async function announce({ stored }: Decided, files: readonly ReportFile[]): Promise<void> {
  if (files.length === 0) return;
  const adding = files.map(({ path }) => path);
  if (stored.seal === null) await rm(join(stored.dir, adding.at(-1) ?? ''), { force: true });
  else await writeSeal(stored.dir, { ...stored.seal, adding });
}

async function seal({ stored }: Decided, written: readonly ReportFile[]): Promise<void> {
  if (written.length === 0 && stored.seal !== null && stored.seal.adding.length === 0) return;
  const { dir, plan, planDigest, journal } = stored;
  await sealRun(dir, { runId: plan.runId, planDigest, journalHead: journal.head }, stored.seal);
}

/** The results are safe; what is missing is their rendering, so no verdict may stand there as if all were well. */
async function notWritten({ stored }: Decided, label: string, error: unknown): Promise<unknown> {
  const verdictFile = join(stored.dir, verdictName(label));
  if (stored.seal === null) await rm(verdictFile, { force: true }).catch(() => undefined);
  if (isDiskFault(error)) return evidenceLost(`The reports of ${stored.dir} could not be kept`, error);
  if (error instanceof HarnessFault) return error;
  return new HarnessFault({
    code: 'INTERNAL',
    message: `The reports of ${stored.dir} could not be written: ${error instanceof Error ? error.message : error}. The results are kept.`,
    hint: `Please report this. Write them again with: npx tollgate report ${stored.dir}`,
    cause: error,
  });
}

import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RunPlan } from '../model/deciding/plan.ts';
import { HarnessFault } from '../model/fault.ts';
import { filesBelow } from './folder-files.ts';
import { fromLater } from './from-later.ts';
import { evidenceLost, isDiskFault } from './lost.ts';
import { planIn } from './plan-shape.ts';
import { type Journal, readJournal } from './read.ts';
import { proveReportsFolder } from './reports-folder.ts';
import { sha256, writeFileSafely } from './safe-file.ts';
import { altered, notAFile, type Seal } from './seal.ts';
import { verifyShardCopies } from './shard-copies.ts';
import { verifySeal } from './verify-seal.ts';

/** A stored run, proven: nothing in its folder differs from its seal, and the plan is the one the journal was begun with. */
export interface StoredRun {
  readonly dir: string;
  readonly plan: RunPlan;
  readonly planDigest: string;
  readonly journal: Journal;
  /** Null when the run was cut before its reports, or the folder is a copy of what must be kept. */
  readonly seal: Seal | null;
}

export function planPath(runDir: string): string {
  return join(runDir, 'plan.json');
}

export function journalPath(runDir: string): string {
  return join(runDir, 'journal.ndjson');
}

/** Writes the plan and answers its digest. */
export async function writePlan(runDir: string, plan: RunPlan): Promise<string> {
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  await writeFileSafely(planPath(runDir), text);
  return sha256(text);
}

export interface ReadPlan {
  readonly plan: RunPlan;
  readonly planDigest: string;
}

/** The plan of a run folder; null when there is none. Throws EVIDENCE_ALTERED for a file that no run would have written. */
export async function readPlan(runDir: string): Promise<ReadPlan | null> {
  const path = planPath(runDir);
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) throw notAFile('plan.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw altered('plan.json', `cannot be read (${error.code})`);
  });
  const [plan, planDigest] = [planIn(text), sha256(text)];
  if (!('laterSchema' in plan)) return { plan, planDigest };
  const journal = await readJournal(journalPath(runDir)).catch(noJournal);
  refuseOtherPlan(journal, planDigest);
  throw fromLater('plan.json', plan.laterSchema, 'tollgate/plan/1');
}

function noJournal(error: unknown): null {
  if (error instanceof HarnessFault) throw error;
  return null;
}

/** What a journal begins with is the digest of the plan that it was begun for. */
function refuseOtherPlan(journal: Journal | null, planDigest: string): void {
  const first = journal?.lines[0]?.record;
  if (first === undefined) return;
  if (first.kind !== 'run-started')
    throw altered('journal.ndjson', `begins with a record of kind "${first.kind}" instead of "run-started"`);
  if (first.planDigest !== planDigest)
    throw altered('plan.json', `has digest ${planDigest} instead of ${first.planDigest}`);
}

export async function readRun(runDir: string): Promise<StoredRun> {
  await refuseNoFiles(runDir);
  const seal = await verifySeal(runDir);
  const planned = await readPlan(runDir);
  if (planned === null) throw notARun(runDir);
  const { plan, planDigest } = planned;
  const journal = await readJournal(journalPath(runDir)).catch((cause) => {
    throw cause instanceof HarnessFault ? cause : notARun(runDir, cause);
  });
  refuseOtherPlan(journal, planDigest);
  if (seal !== null && seal.planDigest !== planDigest)
    throw altered('seal.json', 'was made for another plan');
  if (seal !== null && seal.journalHead !== journal.head)
    throw altered('seal.json', 'was made for another journal');
  await verifyShardCopies(runDir, plan, journal);
  return { dir: runDir, plan, planDigest, journal, seal };
}

/** A pipe in the place of a file would make us wait for ever, a link would have us read another place. */
async function refuseNoFiles(runDir: string): Promise<void> {
  const entries = await filesBelow(runDir).catch((cause) => {
    throw notARun(runDir, cause);
  });
  const wrong = entries.find(({ path, kind }) => kind === 'other' && isRead(path));
  if (wrong !== undefined) throw notAFile(wrong.path);
}

function isRead(path: string): boolean {
  const [folder] = path.split('/');
  return ['plan.json', 'journal.ndjson', 'seal.json', 'lease.json', 'evidence', 'shards'].includes(
    folder ?? '',
  );
}

function notARun(runDir: string, cause?: unknown): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Found no plan and journal in ${runDir}; expected the folder of a run.`,
    hint: 'Give a run id from the reports folder, or "latest".',
    cause,
  });
}

const runName = /^[A-Za-z0-9](?:[\w.-]{0,98}[\w-])?$/;

/** `latest`, a run id, or a path. A name never leads out of the reports folder; who means another place writes a path. */
export async function findRun(reportsDir: string, name: string): Promise<string> {
  if (name.includes('/')) return name;
  if (name !== 'latest') return runNamed(reportsDir, name);
  const target = await readlink(join(reportsDir, 'latest')).catch((cause) => {
    throw notARun(join(reportsDir, 'latest'), cause);
  });
  return runNamed(reportsDir, basename(target));
}

async function runNamed(reportsDir: string, name: string): Promise<string> {
  const runDir = join(reportsDir, name);
  const found = runName.test(name) ? await lstat(runDir).catch(() => null) : null;
  if (runName.test(name) && found?.isSymbolicLink() !== true) return runDir;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found ${JSON.stringify(name.slice(0, 100))}, expected the name of a folder in ${reportsDir}.`,
    hint: 'Give a run id from the reports folder, or "latest"; a run elsewhere is given by its path, such as ./copy.',
  });
}

/** The folder of a run, new or to go on with; refuses a place where a run's record could not be kept, before anything starts. */
export async function createRunFolder(reportsDir: string, runId: string): Promise<string> {
  await proveReportsFolder(reportsDir);
  const runDir = join(reportsDir, runId);
  await mkdir(join(runDir, 'evidence'), { recursive: true });
  return runDir;
}

/**
 * Points `latest` at the run by one rename: a reader sees the old one or the new one. Done when a run begins, so that whoever
 * asks for the latest after a crash is not shown the one before, as if that were the answer.
 */
export async function linkLatest(reportsDir: string, runId: string): Promise<void> {
  // Not named by the process: in a container the next one has the same number, and would find what a killed one left.
  const temporary = join(reportsDir, `.latest-${randomUUID()}`);
  try {
    await symlink(runId, temporary);
    await rename(temporary, join(reportsDir, 'latest'));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw isDiskFault(error)
      ? evidenceLost('The link "latest" could not be kept', error)
      : noLink(reportsDir, error);
  }
}

function noLink(reportsDir: string, cause: unknown): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `${join(reportsDir, 'latest')} cannot be pointed at the run (${(cause as Error).message}); expected a link there, or nothing.`,
    hint: 'Nothing was written to any target. Move away what stands there, or put the reports on a disk that has links.',
    cause,
  });
}

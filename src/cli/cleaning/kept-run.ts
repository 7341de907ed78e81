import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runParts } from '../../decide/run-parts.ts';
import { type Journal, readJournal } from '../../journal/read.ts';
import { journalPath, planPath, readPlan } from '../../journal/run-folder.ts';
import type { RunPlan } from '../../model/deciding/plan.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { JournalLine } from '../../model/observing/record.ts';
import { type Lease, leasePath, readLease } from '../../run/processes/lease.ts';
import { holderOf } from '../../run/processes/reap-lease.ts';
import { isRunId } from '../running/run-id.ts';

/** A run folder as `clean` sees it. */
export interface KeptRun {
  readonly id: string;
  readonly dir: string;
  readonly atMs: number;
  readonly lease: Lease | null;
  readonly state: KeptState;
}

export type KeptState =
  | { readonly kind: 'going-on' }
  /** It ended before anything was written to a target. */
  | { readonly kind: 'unbegun' }
  | { readonly kind: 'unreadable'; readonly fault: HarnessFault }
  /** The run itself, or an earlier clean, read back that nothing is left. */
  | { readonly kind: 'cleaned' }
  /** The target was ours; what it holds lies in the run folder. */
  | { readonly kind: 'inside' }
  /** Of another run; what may be left in a target is that run's, and only its own folder says how it stands by now. */
  | { readonly kind: 'copy'; readonly of: string; readonly left: 'nothing' | 'unknown' }
  | { readonly kind: 'open'; readonly plan: RunPlan; readonly lines: readonly JournalLine[] };

/** Every run folder, the oldest first. Links are no run folders. */
export async function keptRuns(reportsDir: string): Promise<readonly KeptRun[]> {
  const entries = await readdir(reportsDir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .map(({ name }) => name);
  const runs: KeptRun[] = [];
  for (const name of names)
    if (await isRunFolder(reportsDir, name)) runs.push(await keptRun(reportsDir, name));
  return runs.sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/**
 * Evidence is what every run folder has from its first moment, but anybody may name a folder so. A run that ended before its plan
 * and lease were written is known by its name only.
 */
export async function isRunFolder(reportsDir: string, name: string): Promise<boolean> {
  const dir = join(reportsDir, name);
  if (!(await isFolder(join(dir, 'evidence')))) return false;
  return isRunId(name) || (await isThere(planPath(dir))) || (await isThere(leasePath(dir)));
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

export async function keptRun(reportsDir: string, id: string): Promise<KeptRun> {
  const dir = join(reportsDir, id);
  const { mtimeMs } = await stat(dir);
  try {
    const plan = (await readPlan(dir))?.plan ?? null;
    const lease = await readLease(dir, plan?.runId ?? null);
    const atMs = plan === null ? mtimeMs : Date.parse(plan.createdAt);
    return { id, dir, lease, atMs, state: await stateOf(id, { dir, lease, plan }) };
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    return { id, dir, lease: null, atMs: mtimeMs, state: { kind: 'unreadable', fault: error } };
  }
}

interface FolderParts {
  readonly dir: string;
  readonly lease: Lease | null;
  readonly plan: RunPlan | null;
}

async function stateOf(id: string, parts: FolderParts): Promise<KeptState> {
  const of = parts.plan?.runId ?? parts.lease?.runId ?? id;
  const state = await statedState(parts);
  if (of === id || state.kind === 'going-on') return state;
  return { kind: 'copy', of, left: state.kind === 'open' ? 'unknown' : 'nothing' };
}

/** As the folder says, whoever's it is. */
async function statedState({ dir, lease, plan }: FolderParts): Promise<KeptState> {
  if (lease !== null && (await holderOf(lease)) !== 'dead') return { kind: 'going-on' };
  const journal = plan === null ? null : await journalOf(dir);
  if (plan === null || journal === null || journal.lines.length <= 1)
    return (await isFresh(dir, lease)) ? { kind: 'going-on' } : { kind: 'unbegun' };
  const parts = runParts(journal.lines);
  if (
    parts.every(
      ({ cleanup }) => cleanup !== null && cleanup.wasAsked !== false && cleanup.leftovers.length === 0,
    )
  )
    return { kind: 'cleaned' };
  if (await isFresh(dir, lease)) return { kind: 'going-on' };
  if (await isThere(join(dir, 'target'))) return { kind: 'inside' };
  return { kind: 'open', plan, lines: journal.lines };
}

const quietMs = 60_000;

/** Without a lease, only silence tells that nobody writes there any more. */
async function isFresh(dir: string, lease: Lease | null): Promise<boolean> {
  if (lease !== null) return false;
  const found = await stat(journalPath(dir)).catch(() => stat(dir));
  return Date.now() - found.mtimeMs < quietMs;
}

async function journalOf(dir: string): Promise<Journal | null> {
  return readJournal(journalPath(dir)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

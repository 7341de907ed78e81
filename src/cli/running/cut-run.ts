import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { openChecks } from '../../decide/open-checks.ts';
import { writesIn } from '../../decide/writes.ts';
import { findRun, journalPath, type ReadPlan, readPlan } from '../../journal/run-folder.ts';
import type { RunPlan } from '../../model/deciding/plan.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { JournalRecord } from '../../model/observing/record.ts';
import type { CutRun } from '../../run/cut-run.ts';
import { handOverFolder } from '../../run/hand-over-folder.ts';
import { readLease } from '../../run/processes/lease.ts';
import { reapLease } from '../../run/processes/reap-lease.ts';
import { decideRun } from '../reporting/decided.ts';

export interface FoundCut {
  readonly runDir: string;
  readonly cut: CutRun;
  /** Whether the run came to its end and nothing is left to ask the target, so that only reports can be missing. */
  readonly isWhole: boolean;
}

/** The run that is to be taken up again: what it left running is ended first, and what it left on disk is proven. */
export async function findCutRun(reportsDir: string, name: string): Promise<FoundCut> {
  const runDir = await findRun(reportsDir, name);
  const planned = await readPlan(runDir);
  if (planned === null) throw noPlan(runDir);
  refuseCopy(reportsDir, runDir, planned.plan);
  const lease = await readLease(runDir, planned.plan.runId);
  const reaped = lease === null ? [] : await reapLease(lease);
  if (!existsSync(journalPath(runDir))) return { runDir, cut: unbegun(planned, reaped), isWhole: false };
  const { stored, run } = await decideRun(runDir);
  const { plan, planDigest, journal } = stored;
  if (plan.mergedFrom !== undefined) throw merged(plan);
  const { lines } = journal;
  const records = lines.map(({ record }) => record);
  const open = openChecks({ plan, lines, checks: run.checks });
  const parts = lines.filter(({ record }) => record.kind === 'run-resumed').length;
  const hasHandOver = existsSync(handOverFolder(reportsDir, plan.runId));
  const cut = { plan, planDigest, lines, open, hasHandOver, part: parts + 2, reaped };
  return { runDir, cut, isWhole: open.size === 0 && isSettled(records) };
}

/** Whether it came to its end with every write known and the target asked what is left. */
function isSettled(records: readonly JournalRecord[]): boolean {
  const last = records.at(-1);
  if (last?.kind !== 'run-finished' || last.reason !== 'completed') return false;
  const cleanup = records.findLast(({ kind }) => kind === 'cleanup');
  if (cleanup?.kind === 'cleanup' && cleanup.wasAsked === false) return false;
  return writesIn(records).every(({ state }) => state !== 'unknown');
}

/** Cut between the plan and the first record: everything is still to do. */
function unbegun({ plan, planDigest }: ReadPlan, reaped: readonly string[]): CutRun {
  const open = plan.checks.filter(({ disposition }) => disposition.kind === 'run').map(({ id }) => id);
  return {
    plan,
    planDigest,
    lines: [],
    open: new Set(open),
    hasHandOver: false,
    part: 2,
    reaped,
  };
}

function noPlan(runDir: string): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Found no plan in ${runDir}; expected the folder of a run that had begun.`,
    hint: 'It ended before anything was planned or written. Begin a new run: npx tollgate run',
  });
}

/** It goes on in the folder of its id: read in one place and written in another it would be half of each. */
function refuseCopy(reportsDir: string, runDir: string, { runId }: RunPlan): void {
  const own = join(reportsDir, runId);
  if (existsSync(own) && realpathSync(own) === realpathSync(runDir)) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found run ${runId} in ${runDir}; expected it in ${own}, because a run goes on in its own folder.`,
    hint: 'Move it there, if it is no copy of one that goes on elsewhere. To only read it: npx tollgate judge, report or explain',
  });
}

function merged({ runId, mergedFrom = [] }: RunPlan): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Run ${runId} was merged from ${mergedFrom.map((shard) => shard.runId).join(', ')}; expected a run that was executed.`,
    hint: 'Take up the shard that was cut, on its machine, and merge again.',
  });
}

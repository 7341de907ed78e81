import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { instantFromMs } from '../model/date.ts';
import type { MergedShard, RunPlan } from '../model/deciding/plan.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import { keepEvidence, readEvidence } from './evidence.ts';
import { journalStart, writeLine } from './line.ts';
import { evidenceLost, isDiskFault } from './lost.ts';
import { recordedEvidence } from './recorded-evidence.ts';
import { proveReportsFolder } from './reports-folder.ts';
import { journalPath, planPath, readRun, type StoredRun, writePlan } from './run-folder.ts';
import { syncFolder, writeFileSafely } from './safe-file.ts';
import { shardCopyPath } from './shard-copies.ts';

export interface MergeRequest {
  readonly reportsDir: string;
  /** The merged run's own; it names its shards in order. */
  readonly plan: RunPlan;
  /** The shards in the same order, proven. */
  readonly shards: readonly StoredRun[];
  readonly atMs: number;
}

/** Begins the name of a merged run that is being made; what was cut meanwhile is left under it. */
export const mergingPrefix = '.merging-';

/**
 * Writes the folder of a merged run and answers it. It is made beside its place, read back and proven, and then put there by
 * one rename: whatever goes wrong, there is a whole run or none.
 */
export async function writeMergedRun(request: MergeRequest): Promise<string> {
  const { reportsDir, plan } = request;
  await proveReportsFolder(reportsDir);
  const [runDir, making] = [join(reportsDir, plan.runId), join(reportsDir, `${mergingPrefix}${plan.runId}`)];
  try {
    await fill(making, request);
    await readRun(making);
    await rename(making, runDir);
    await syncFolder(reportsDir);
    return runDir;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw isDiskFault(error) ? evidenceLost(`The merged run ${runDir} could not be kept`, error) : error;
  }
}

async function fill(dir: string, { plan, shards, atMs }: MergeRequest): Promise<void> {
  await mkdir(join(dir, 'evidence'), { recursive: true });
  for (const shard of shards) {
    await copyFiles(shard, join(dir, shardCopyPath(shard.plan.runId)));
    await copyEvidence(shard, dir);
  }
  const planDigest = await writePlan(dir, plan);
  const merged = timedRecords({ plan, shards, atMs }, planDigest);
  await writeFileSafely(journalPath(dir), chained(merged));
}

/** As they are, byte for byte: an auditor compares them with what the machine that made them has. */
async function copyFiles(shard: StoredRun, dir: string): Promise<void> {
  for (const path of [planPath(shard.dir), journalPath(shard.dir)])
    await writeFileSafely(join(dir, basename(path)), await readFile(path));
}

async function copyEvidence({ dir, journal }: StoredRun, into: string): Promise<void> {
  const byDigest = new Map(recordedEvidence(journal.lines).map((ref) => [ref.sha256, ref]));
  for (const ref of byDigest.values())
    await keepEvidence(into, { ...ref, bytes: await readEvidence(dir, ref) });
}

interface TimedRecord {
  readonly atMs: number;
  readonly record: JournalRecord;
}

/** What merging adds has the time of the merging; all else keeps its own. */
function timedRecords(
  { plan, shards, atMs }: Pick<MergeRequest, 'plan' | 'shards' | 'atMs'>,
  planDigest: string,
): readonly TimedRecord[] {
  const { runId, mergedFrom = [] } = plan;
  return [
    { atMs, record: { kind: 'run-started', runId, planDigest } },
    ...shards.flatMap(({ journal }, index) => [
      ...mergedFrom.slice(index, index + 1).map((shard) => ({ atMs, record: beginning(shard) })),
      ...journal.lines.map(({ at, record }) => ({ atMs: Date.parse(at), record })),
    ]),
  ];
}

function beginning({ shard, runId, planDigest, journalHead }: MergedShard): JournalRecord {
  return { kind: 'shard-begins', shard, runId, planDigest, journalHead };
}

function chained(records: readonly TimedRecord[]): Buffer {
  let prev = journalStart;
  const rows = records.map(({ atMs, record }, seq) => {
    const { text, hash } = writeLine({ seq, at: instantFromMs(atMs), prev, record });
    prev = hash;
    return Buffer.from(`${text}\n`);
  });
  return Buffer.concat(rows);
}

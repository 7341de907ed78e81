import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunPlan } from '../model/deciding/plan.ts';
import { HarnessFault } from '../model/fault.ts';
import type { JournalLine, JournalRecord } from '../model/observing/record.ts';
import { type Journal, readJournal } from './read.ts';
import { sha256 } from './safe-file.ts';
import { altered } from './seal.ts';

type ShardBegins = Extract<JournalRecord, { kind: 'shard-begins' }>;

/**
 * Where a merged run keeps plan and journal of one shard, as they were, relative to its folder. The id comes from a file:
 * one that leads elsewhere is no run's.
 */
export function shardCopyPath(runId: string): string {
  if (!/^[\w-][\w.-]{0,127}$/.test(runId)) throw altered('plan.json', 'has a run id that no run was given');
  return `shards/${runId}`;
}

/**
 * Proves that a merged run holds what its shards recorded: their own plans and journals stand in the folder, have the digest
 * and the head that were merged, and every record of theirs stands in the merged journal with its time. Throws
 * EVIDENCE_ALTERED that names the object.
 */
export async function verifyShardCopies(runDir: string, plan: RunPlan, journal: Journal): Promise<void> {
  const parts = partsOf(journal.lines);
  const named = parts.map(({ begins: { kind: _, ...shard } }) => shard);
  if (!isSame(named, plan.mergedFrom ?? []))
    throw altered('journal.ndjson', 'does not hold the shards that plan.json names');
  for (const part of parts) await verifyShard(runDir, part);
}

interface ShardPart {
  readonly begins: ShardBegins;
  readonly lines: readonly JournalLine[];
}

function partsOf(lines: readonly JournalLine[]): readonly ShardPart[] {
  const starts = lines.flatMap(({ record }, index) =>
    record.kind === 'shard-begins' ? [{ begins: record, index }] : [],
  );
  return starts.map(({ begins, index }, at) => ({
    begins,
    lines: lines.slice(index + 1, starts[at + 1]?.index),
  }));
}

async function verifyShard(runDir: string, { begins, lines }: ShardPart): Promise<void> {
  const { runId, planDigest, journalHead } = begins;
  const copy = shardCopyPath(runId);
  const [planFile, journalFile] = [`${copy}/plan.json`, `${copy}/journal.ndjson`];
  const planBytes = await readFile(join(runDir, planFile)).catch(() => {
    throw altered(planFile, 'is missing');
  });
  if (sha256(planBytes) !== planDigest) throw altered(planFile, 'is not the plan that was merged');
  const own = await readCopy(runDir, journalFile);
  if (own.head !== journalHead) throw altered(journalFile, 'is not the journal that was merged');
  if (!isSame(own.lines.map(essence), lines.map(essence)))
    throw altered('journal.ndjson', `does not hold what ${journalFile} holds`);
}

async function readCopy(runDir: string, file: string): Promise<Journal> {
  return readJournal(join(runDir, file)).catch((error: unknown) => {
    if (!(error instanceof HarnessFault)) throw altered(file, 'is missing');
    throw new HarnessFault({
      code: error.code,
      message: error.message.replace('journal.ndjson', file),
      hint: error.hint,
      cause: error,
    });
  });
}

function essence({ at, record }: JournalLine) {
  return { at, record };
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

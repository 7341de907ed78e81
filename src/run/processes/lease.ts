import { lstat, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256, writeFileSafely } from '../../journal/safe-file.ts';
import { HarnessFault } from '../../model/fault.ts';
import { thisMachine } from './machine.ts';
import { processOf } from './process-list.ts';

const startTime = z.string().min(1);

const leaseShape = z.strictObject({
  schema: z.literal(1),
  runId: z.string(),
  /** held until the run ended in order; it may have been cut while it is. */
  state: z.enum(['held', 'released']),
  machine: z.strictObject({ host: z.string(), boot: z.string(), processSpace: z.string() }),
  /** The process that executes the run; the first of all where a container has nothing else to do. */
  holder: z.strictObject({ pid: z.int().min(1), startTime }),
  /** Leaders of the process groups that it started and that have not ended. */
  tools: z.array(
    z.strictObject({ pid: z.int().min(2), startTime, what: z.string(), mark: z.string().min(1) }),
  ),
  tempDir: z.string(),
  channelPath: z.string(),
});

/** Who executes a run, and what he has started: so that whoever goes on with a cut run first ends what is left of it. */
export type Lease = z.infer<typeof leaseShape>;

export interface LeasedTool {
  readonly pid: number;
  /** The value of `TOLLGATE_LEASH` that everything it starts inherits. */
  readonly mark: string;
  /** For people: the step, or the file that it runs. */
  readonly what: string;
}

/** The lease of a run under way. Nothing here rejects: a disk that is full is found by the journal, which must not be. */
export interface LeaseKeeper {
  began(tool: LeasedTool): void;
  ended(tool: LeasedTool): void;
  /** Resolves when the file says that nobody holds the run any more. */
  release(): Promise<void>;
}

export interface LeaseRequest {
  readonly runDir: string;
  /** Throws when the run folder is no longer the one that it was; then nothing may be written under its name. */
  readonly stillThere: () => void;
  readonly runId: string;
  readonly tempDir: string;
  readonly channelPath: string;
}

export function leasePath(runDir: string): string {
  return join(runDir, 'lease.json');
}

/** Writes the lease of this process, and again whenever a tool starts or ends. */
export async function takeLease(request: LeaseRequest): Promise<LeaseKeeper> {
  const { runDir, runId, tempDir, channelPath, stillThere } = request;
  const machine = await thisMachine();
  const holder = { pid: process.pid, startTime: (await processOf(process.pid))?.startTime ?? 'unknown' };
  const tools = new Map<string, Lease['tools'][number]>();
  let state: Lease['state'] = 'held';
  let writing: Promise<void> = Promise.resolve();
  let isQueued = false;

  // One after the other, and what changed while one was written goes into the next: the last file is the last state.
  function write(): Promise<void> {
    if (isQueued) return writing;
    isQueued = true;
    writing = writing.then(async () => {
      isQueued = false;
      const begun = { schema: 1 as const, runId, state, machine, holder, tools: [...tools.values()] };
      try {
        stillThere();
        await writeFileSafely(leasePath(runDir), leaseText({ ...begun, tempDir, channelPath }));
      } catch {
        // The journal, beside it on the same disk, says so.
      }
    });
    return writing;
  }

  async function add(tool: LeasedTool): Promise<void> {
    const seen = await processOf(tool.pid);
    if (seen === null) return;
    const { pid, mark, what } = tool;
    tools.set(mark, { pid, startTime: seen.startTime, what, mark });
    await write();
  }

  await write();
  return {
    began: (tool) => void add(tool).catch(() => undefined),
    ended: ({ mark }) => {
      if (tools.delete(mark)) void write();
    },
    release: () => {
      state = 'released';
      return write();
    },
  };
}

/** With a digest of its own, because a bit that flipped in a process number would end the wrong process. */
function leaseText(lease: Lease): string {
  return `${JSON.stringify({ digest: sha256(JSON.stringify(lease)), lease }, null, 1)}\n`;
}

/**
 * Null when the run folder has none, as those of older versions. Throws EVIDENCE_ALTERED for one that is not as it was written,
 * or is another run's: whose processes it names would be ended. `runId` is what the plan says; null where there is no plan yet.
 */
export async function readLease(runDir: string, runId: string | null): Promise<Lease | null> {
  const path = leasePath(runDir);
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  // A pipe in its place would make us wait for ever.
  const text = found.isFile() ? await readFile(path, 'utf8').catch(() => '') : '';
  const parsed = z.strictObject({ digest: z.string(), lease: leaseShape }).safeParse(jsonOf(text));
  if (!parsed.success || leaseText(parsed.data.lease) !== text || !isOurTempDir(parsed.data.lease))
    throw altered(`lease.json in ${runDir} is not as it was written; expected the digest that stands in it.`);
  const { lease } = parsed.data;
  if (runId !== null && lease.runId !== runId)
    throw altered(`lease.json in ${runDir} is the one of run ${lease.runId}; expected that of run ${runId}.`);
  return lease;
}

/** It will be removed with all that is in it, so nothing is believed that no run would have written. */
function isOurTempDir({ tempDir, channelPath }: Lease): boolean {
  const isOurs = /^tollgate-[A-Za-z0-9]{6}$/.test(basename(tempDir)) && dirname(channelPath) === tempDir;
  return isOurs && join(tempDir) === tempDir && tempDir.startsWith('/');
}

function altered(message: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message,
    hint: 'This run folder was damaged or changed. Take an untouched copy, or run again.',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { HarnessFault } from '../../model/fault.ts';
import { processOf } from './process-list.ts';

const holderShape = z.object({ runId: z.string(), pid: z.int(), startTime: z.string() });

type Holder = z.infer<typeof holderShape>;

/** The clock of a server, held by one run. */
export interface ClockLease {
  release(): Promise<void>;
}

/**
 * Takes the clock of the server for the run. Throws TARGET_BUSY while another run of this machine holds it; what a run that
 * died has left is taken over. Runs on other machines are not seen: a server with one clock belongs to one machine.
 */
export async function takeClockLease(
  url: string,
  runId: string,
  folder: string = tmpdir(),
): Promise<ClockLease> {
  const server = new URL(url).host;
  const path = join(
    folder,
    `tollgate-clock-${createHash('sha256').update(server).digest('hex').slice(0, 16)}`,
  );
  const own = `${path}.${process.pid}`;
  const startTime = (await processOf(process.pid))?.startTime ?? 'unknown';
  const holder: Holder = { runId, pid: process.pid, startTime };
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    // A link is made whole or not at all, and never over another one.
    if (await isTaken(own, path)) {
      const other = await holderIn(path);
      if (other !== null && (await isAlive(other))) throw busy(server, other);
      await rm(path, { force: true });
      if (await isTaken(own, path)) throw busy(server, other);
    }
  } finally {
    await rm(own, { force: true });
  }
  return { release: () => rm(path, { force: true }) };
}

async function isTaken(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return false;
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'EEXIST') return true;
    throw error;
  }
}

async function holderIn(path: string): Promise<Holder | null> {
  try {
    return holderShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function isAlive({ pid, startTime }: Holder): Promise<boolean> {
  return (await processOf(pid))?.startTime === startTime;
}

function busy(server: string, other: Holder | null): HarnessFault {
  const who = other === null ? 'another run' : `run ${other.runId} (process ${other.pid})`;
  return new HarnessFault({
    code: 'TARGET_BUSY',
    message: `Found the clock of ${server} held by ${who}, expected it free: all that is billed there moves with one clock, so runs take turns.`,
    hint: 'Wait for that run to end, or judge another server. Nothing was sent by this run.',
  });
}

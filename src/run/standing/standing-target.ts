import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HarnessFault } from '../../model/fault.ts';
import { processOf } from '../processes/process-list.ts';

const standingShape = z.strictObject({
  schema: z.literal('tollgate/standing/1'),
  name: z.string(),
  host: z.string(),
  settings: z.strictObject({ version: z.string().nullable(), database: z.string().nullable() }),
  url: z.string(),
  /** The process that holds it; everything that it started ends with it. */
  keeper: z.strictObject({ pid: z.int().min(2), startTime: z.string().min(1) }),
  startedAt: z.string(),
});

/** A system that was started by `target up` and stays until `target down`. */
export type StandingTarget = z.infer<typeof standingShape>;

/** Everything of one such system: its lease, its log, its data. */
export function standingFolder(reportsDir: string, name: string): string {
  return join(reportsDir, '.up', name);
}

const leaseFile = (folder: string) => join(folder, 'lease.json');

export async function writeStanding(folder: string, standing: Omit<StandingTarget, 'schema'>): Promise<void> {
  const document: StandingTarget = { schema: 'tollgate/standing/1', ...standing };
  await writeFile(leaseFile(folder), `${JSON.stringify(document, null, 2)}\n`);
}

/** Null where nothing was started under this name, or it did not get so far as to answer. */
export async function readStanding(folder: string): Promise<StandingTarget | null> {
  const text = await readFile(leaseFile(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = standingShape.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `Found ${leaseFile(folder)} that is not as it was written; expected the process that holds the target.`,
    hint: 'End that process by hand (it runs standing/keeper), then remove the folder.',
  });
}

/** Whether it is still held: a process number is given again to others, so the time at which it began must fit too. */
export async function isHeld({ keeper }: StandingTarget): Promise<boolean> {
  return (await processOf(keeper.pid))?.startTime === keeper.startTime;
}

/** Those that are held now. */
export async function standingTargets(reportsDir: string): Promise<readonly StandingTarget[]> {
  const names = await readdir(join(reportsDir, '.up')).catch(() => []);
  const found: StandingTarget[] = [];
  for (const name of names.toSorted()) {
    const standing = await readStanding(standingFolder(reportsDir, name));
    if (standing !== null && (await isHeld(standing))) found.push(standing);
  }
  return found;
}

export async function makeStandingFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

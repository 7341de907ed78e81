import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decideRun } from '../reporting/decided.ts';
import { writeReports } from '../reporting/write-reports.ts';

const golden = fileURLToPath(new URL('../../decide/golden/schema-1', import.meta.url));
const folders: string[] = [];

/** What must be kept of a run, nothing else: as after a run that was cut before its reports. */
export async function unsealedRun(): Promise<string> {
  const dir = join(await mkdtemp(join(tmpdir(), 'stored-')), 'run');
  folders.push(join(dir, '..'));
  for (const name of ['plan.json', 'journal.ndjson', 'evidence'])
    await cp(join(golden, name), join(dir, name), { recursive: true });
  return dir;
}

/** The folder of a run as `tollgate run` leaves it: with its reports, what the target kept, and the seal. */
export async function sealedRun(): Promise<string> {
  const dir = await unsealedRun();
  await mkdir(join(dir, 'target'));
  await writeFile(join(dir, 'target', 'sandbox.sqlite'), Buffer.alloc(50_000, 'a page of a database '));
  await writeReports(await decideRun(dir), '');
  return dir;
}

export async function removeStoredRuns(): Promise<void> {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true });
}

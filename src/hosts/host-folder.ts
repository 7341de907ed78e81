import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A temporary folder for what a hosted system needs only while it runs. Its name holds the process that made it, so that `clean`
 * finds those of the dead. Other users may pass through it but not list it: a database server that refuses to be root lives there.
 */
export async function newHostFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `tollgate-host-${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
}

export function removeHostFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The process that made a folder of this name; null for every other name. */
export function makerOf(name: string): number | null {
  const pid = /^tollgate-host-(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}

/** What a process left that was killed. */
export async function removeHostFoldersOf(pid: number): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((one) => makerOf(one) === pid))
    await removeHostFolder(join(tmpdir(), name));
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface InstallTurn {
  /** Names the owner while he works. */
  readonly lockFile: string;
  readonly log: (line: string) => void;
  readonly work: () => Promise<void>;
}

const lookAgainMs = 250;

/**
 * Lets one install at a time work. Two at once would do no harm, since what they make is moved into place whole; they would
 * only take twice as long. So a lock whose owner is dead is simply taken over.
 */
export async function takeInstallTurn({ lockFile, log, work }: InstallTurn): Promise<void> {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let waitedFor = 0; !hasTaken(lockFile); await pause(lookAgainMs)) {
    const owner = ownerOf(lockFile);
    if (!isAlive(owner)) rmSync(lockFile, { force: true });
    else if (owner !== waitedFor) log(`process ${owner} is installing the same; waiting for it.`);
    waitedFor = owner;
  }
  try {
    await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function hasTaken(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** 0 when nobody is named. */
function ownerOf(lockFile: string): number {
  try {
    return Number.parseInt(readFileSync(lockFile, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

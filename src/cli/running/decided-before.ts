import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { journalPath } from '../../journal/run-folder.ts';
import { readSeal, type Seal, sealFile, sealRun } from '../../journal/seal.ts';
import { HarnessFault } from '../../model/fault.ts';
import { decideRun } from '../reporting/decided.ts';
import { writeReports } from '../reporting/write-reports.ts';

/**
 * A sealed run loses its seal when it is taken up again. If that is refused before anything was recorded, what was decided
 * stands and is sealed again; the answer does that.
 */
export async function decidedBefore(runDir: string): Promise<() => Promise<void>> {
  const seal = await readSeal(runDir);
  const bytes = journalBytes(runDir);
  return async () => {
    if (seal === null || bytes !== journalBytes(runDir) || existsSync(join(runDir, sealFile))) return;
    try {
      await sealAgain(runDir, seal);
    } catch (error) {
      // The run's own fault says more than a disk that is full here as well; without a seal nothing false stands there.
      if (error instanceof HarnessFault) throw error;
    }
  };
}

async function sealAgain(runDir: string, seal: Seal): Promise<void> {
  const kept = seal.files.filter(({ path }) => !isOfTheRunning(path));
  // Where records were about to begin, the verdicts were removed already.
  if (kept.every(({ path }) => existsSync(join(runDir, path))))
    await sealRun(runDir, seal, { ...seal, files: kept });
  else await writeReports(await decideRun(runDir), '');
}

/** Who executes a run, and what its target keeps: another as soon as it is taken up. */
function isOfTheRunning(path: string): boolean {
  return path === 'lease.json' || path.startsWith('target/');
}

function journalBytes(runDir: string): number {
  return statSync(journalPath(runDir), { throwIfNoEntry: false })?.size ?? 0;
}

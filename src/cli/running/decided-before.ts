import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { journalPath } from '../../journal/run-folder.ts';
import { decideRun } from '../reporting/decided.ts';
import { writeReports } from '../reporting/write-reports.ts';

/**
 * A run that had its verdict loses it when it is taken up again. If that is refused before anything was recorded, the same
 * verdict is written again; the answer does that.
 */
export function decidedBefore(runDir: string): () => Promise<void> {
  const bytes = journalBytes(runDir);
  const wasDecided = existsSync(join(runDir, 'verdict.json'));
  return async () => {
    if (!wasDecided || bytes !== journalBytes(runDir) || existsSync(join(runDir, 'verdict.json'))) return;
    await writeReports(await decideRun(runDir), '');
  };
}

function journalBytes(runDir: string): number {
  return statSync(journalPath(runDir), { throwIfNoEntry: false })?.size ?? 0;
}

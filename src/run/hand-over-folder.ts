import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where the steps of a run leave what later steps of the phase read: bundles, reports, handles of the worlds they made. It may
 * hold keys of the target, so it stands beside the run folder and not in it, and goes when the run has ended.
 */
export function handOverFolder(reportsDir: string, runId: string): string {
  return join(handOverFolders(reportsDir), runId);
}

/** For the end of a run, or of its folder. */
export async function removeHandOver(reportsDir: string, runId: string): Promise<void> {
  await rm(handOverFolder(reportsDir, runId), { recursive: true, force: true });
  // Other runs may still have theirs there.
  await rmdir(handOverFolders(reportsDir)).catch(() => undefined);
}

function handOverFolders(reportsDir: string): string {
  return join(reportsDir, '.hand-over');
}

import { lstat, readdir, readlink, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { mergingPrefix } from '../../journal/merged-run.ts';
import { removeHandOver } from '../../run/hand-over-folder.ts';
import type { KeptRun } from './kept-run.ts';

export interface Retention {
  /** How many of the newest runs stay. */
  readonly runs: number;
  /** Older ones go. */
  readonly days: number;
}

const dayMs = 24 * 3_600_000;

/**
 * Runs that may go, the oldest first: beyond the number or the age that is kept. Never the latest, never one that goes on, and
 * never one of which something may be left in a target, because its journal is what says so.
 */
export function outlived(
  runs: readonly KeptRun[],
  {
    keep,
    latest,
    nowMs,
  }: { readonly keep: Retention; readonly latest: string | null; readonly nowMs: number },
): readonly KeptRun[] {
  const tooMany = Math.max(0, runs.length - keep.runs);
  return runs.filter(
    (run, index) =>
      (index < tooMany || nowMs - run.atMs > keep.days * dayMs) && run.id !== latest && mayGo(run),
  );
}

function mayGo({ state }: KeptRun): boolean {
  switch (state.kind) {
    case 'cleaned':
    case 'inside':
    case 'unbegun':
      return true;
    case 'going-on':
    case 'open':
    case 'unreadable':
    case 'copy':
      return false;
  }
}

export async function latestRun(reportsDir: string): Promise<string | null> {
  const target = await readlink(join(reportsDir, 'latest')).catch(() => null);
  return target === null ? null : basename(target);
}

const goingPrefix = '.removed-';

/** Out of sight by one rename first, so that a kill leaves no half of a run that looks like a changed one. */
export async function removeRun(reportsDir: string, { id, dir }: KeptRun): Promise<void> {
  const going = join(reportsDir, `${goingPrefix}${id}`);
  await rename(dir, going);
  await rm(going, { recursive: true });
  await removeHandOver(reportsDir, id);
}

/** A merge copies for so long at most without a new file in its folder. */
const mergeQuietMs = 10 * 60_000;

/** What removals and merges that were cut left in the reports folder, and no merge that goes on now. */
export async function halfDone(reportsDir: string, nowMs: number): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of await readdir(reportsDir).catch(() => [])) {
    const path = join(reportsDir, name);
    const isLeft = name.startsWith(mergingPrefix) && nowMs - (await touchedMs(path)) > mergeQuietMs;
    if (name.startsWith(goingPrefix) || isLeft) paths.push(path);
  }
  return paths;
}

/** When something was last put into a folder that is being filled. */
async function touchedMs(dir: string): Promise<number> {
  const places = [dir, join(dir, 'evidence'), join(dir, 'shards')];
  const times = await Promise.all(
    places.map((path) =>
      lstat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

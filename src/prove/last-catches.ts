import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileSafely } from '../journal/safe-file.ts';
import type { DefectResult } from './result.ts';

/** Which check caught a defect last time. It saves time and decides nothing. */
export type LastCatches = ReadonlyMap<string, string>;

/** None where there is no such file yet, or it is not ours. */
export async function readLastCatches(cacheDir: string): Promise<LastCatches> {
  try {
    const kept: unknown = JSON.parse(await readFile(pathIn(cacheDir), 'utf8'));
    const entries = Object.entries(kept as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

/** A cache that cannot be written costs the next proof some time, and this one nothing. */
export async function keepLastCatches(cacheDir: string, results: readonly DefectResult[]): Promise<void> {
  const kept = new Map(await readLastCatches(cacheDir));
  for (const { defect, ending } of results)
    if (ending.kind === 'caught' && ending.by.way === 'memory') kept.set(defect.name, ending.by.check);
  const text = `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`;
  await writeFileSafely(pathIn(cacheDir), text).catch(() => undefined);
}

function pathIn(cacheDir: string): string {
  return join(cacheDir, 'prove', 'last-catches.json');
}

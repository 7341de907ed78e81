import type { Dirent } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './safe-file.ts';
import { sealFile } from './seal.ts';
import { verifySeal } from './verify-seal.ts';

/**
 * Takes the seal away, once the folder is proven against it, because its run goes on: files will change that it names. What was
 * decided stays, as long as nothing more is observed.
 */
export async function liftSeal(runDir: string): Promise<void> {
  const seal = await verifySeal(runDir);
  if (seal === null) return;
  await rm(join(runDir, sealFile));
  await syncFolder(runDir);
}

/**
 * Takes the verdicts away, before the first new record: they are no longer about all that is observed, and the next seal takes
 * every file in the folder. Also what was decided under another policy or for another time, with its reports. On disk when it
 * answers, so that no crash leaves an old verdict beside new records.
 */
export async function removeDecided(runDir: string): Promise<void> {
  const decided = (await readdir(runDir, { withFileTypes: true })).filter(isDecided);
  for (const { name } of decided) await rm(join(runDir, name), { recursive: true, force: true });
  await syncFolder(runDir);
}

/** By the names that verdicts and the folders of further reports are given; what else lies there is not ours to remove. */
function isDecided(entry: Dirent): boolean {
  return entry.isDirectory() ? decidedFolder.test(entry.name) : decidedFile.test(entry.name);
}

/** Labels begin with a policy and its digest, a time, or a version. */
const label = '(?:[a-z][a-z0-9-]*-[0-9a-f]{8}|as-of-\\d|v\\d)[\\w.+-]*';
const decidedFolder = new RegExp(`^report\\.${label}$`);
const decidedFile = new RegExp(`^verdict(?:\\.${label})?\\.json$`);

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { digestOfFile, type FileDigest, type FolderEntry, filesBelow } from './folder-files.ts';
import { fromLater } from './from-later.ts';
import { writeFileSafely } from './safe-file.ts';
import { sealedText, unsealed } from './sealed-text.ts';

export interface SealedFile extends FileDigest {
  /** Relative to the run folder, with "/". */
  readonly path: string;
}

/** What a run folder holds, file by file: written last, so that whatever changes afterwards is found and named. */
export interface Seal {
  readonly schema: 'tollgate/seal/1';
  readonly runId: string;
  readonly planDigest: string;
  readonly journalHead: string;
  /** Files that a command is just putting beside the sealed ones; until it has sealed again they may be there, half there or not. */
  readonly adding: readonly string[];
  readonly files: readonly SealedFile[];
}

export const sealFile = 'seal.json';
/** What a write leaves that was cut before its rename. */
const halfWritten = /\.\d+\.([0-9a-z]+\.)?tmp$/;

export function isOutsideSeal(path: string): boolean {
  return path === sealFile || (path.startsWith(`${sealFile}.`) && halfWritten.test(path));
}

export type SealedIdentity = Pick<Seal, 'runId' | 'planDigest' | 'journalHead'>;

/**
 * Seals a run folder as it is now. `before` is the seal that it had: what that one named must be the same still. Half-written
 * files of a command that was cut are removed first.
 */
export async function sealRun(
  runDir: string,
  identity: SealedIdentity,
  before: Seal | null = null,
): Promise<Seal> {
  const entries = (await filesBelow(runDir)).filter(({ path }) => path !== sealFile);
  for (const { path } of entries.filter(isHalfWritten)) await rm(join(runDir, path), { force: true });
  const files: SealedFile[] = [];
  for (const entry of entries) if (!isHalfWritten(entry)) files.push(await sealed(runDir, entry));
  refuseOthers(files, before);
  const { runId, planDigest, journalHead } = identity;
  const seal: Seal = { schema: 'tollgate/seal/1', runId, planDigest, journalHead, adding: [], files };
  await writeSeal(runDir, seal);
  return seal;
}

async function sealed(runDir: string, { path, kind }: FolderEntry): Promise<SealedFile> {
  if (kind === 'other') throw notAFile(path);
  return { path, ...(await digestOfFile(join(runDir, path))) };
}

function refuseOthers(files: readonly SealedFile[], before: Seal | null): void {
  const now = new Map(files.map((file) => [file.path, file.sha256]));
  const other = before?.files.find(({ path, sha256: then }) => now.get(path) !== then);
  if (other !== undefined) throw altered(other.path, 'does not have the content it had');
}

/** What stands below target/ is the target's own, whatever it is called. */
function isHalfWritten({ path }: FolderEntry): boolean {
  return halfWritten.test(path) && !path.startsWith('target/');
}

export async function writeSeal(runDir: string, seal: Seal): Promise<void> {
  await writeFileSafely(join(runDir, sealFile), sealedText(seal));
}

/** The seal of a run folder, proven by its own digest; null when there is none, as after a run that was cut. */
export async function readSeal(runDir: string): Promise<Seal | null> {
  const bytes = await readFile(join(runDir, sealFile)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw altered(sealFile, `cannot be read (${error.code})`);
  });
  if (bytes === null) return null;
  const seal = unsealed(bytes) as (Omit<Seal, 'schema'> & { readonly schema: string }) | null;
  if (seal === null) throw altered(sealFile, 'does not have the content that it was closed with');
  if (seal.schema !== 'tollgate/seal/1') throw fromLater(sealFile, seal.schema, 'tollgate/seal/1');
  return { ...seal, schema: seal.schema };
}

/** Exit code 65: names the object that is no longer what it was. */
export function altered(path: string, what: string): HarnessFault {
  return new HarnessFault({
    code: 'EVIDENCE_ALTERED',
    message: `${path} ${what}; expected the run folder as it was written.`,
    hint: 'This run folder was damaged or changed after the run. Take an untouched copy, or run again.',
  });
}

export function notAFile(path: string): HarnessFault {
  return altered(path, 'is a link, a pipe or a device');
}

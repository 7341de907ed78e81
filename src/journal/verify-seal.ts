import { join } from 'node:path';
import { digestOfFile, type FolderEntry, filesBelow } from './folder-files.ts';
import { readJournal } from './read.ts';
import { altered, isOutsideSeal, notAFile, readSeal, type Seal, type SealedFile } from './seal.ts';

/**
 * Proves a run folder against its seal: nothing changed, missing, added or renamed. Throws EVIDENCE_ALTERED that names the
 * object. Null when there is no seal; then plan, journal and evidence prove one another, and the rest is unproven.
 */
export async function verifySeal(runDir: string): Promise<Seal | null> {
  const seal = await readSeal(runDir);
  if (seal === null) return null;
  const entries = (await filesBelow(runDir)).filter(({ path }) => !isOutsideSeal(path));
  const now = new Map(entries.map((entry) => [entry.path, entry]));
  const known = new Set(seal.files.map(({ path }) => path));
  const added = entries.filter(({ path }) => !known.has(path) && !isBeingAdded(seal, path));
  for (const file of seal.files) {
    const entry = now.get(file.path);
    if (entry !== undefined) await proveFile(runDir, file, entry);
  }
  const missing = seal.files.filter(({ path }) => !now.has(path));
  if (missing[0] !== undefined) throw altered(missing[0].path, await whereTo(runDir, missing[0], added));
  if (added[0] !== undefined)
    throw added[0].kind === 'file' ? altered(added[0].path, 'was added') : notAFile(added[0].path);
  return seal;
}

function isBeingAdded({ adding }: Seal, path: string): boolean {
  return adding.some((name) => path === name || path.startsWith(`${name}.`));
}

async function proveFile(runDir: string, file: SealedFile, entry: FolderEntry): Promise<void> {
  if (entry.kind === 'other') throw notAFile(file.path);
  const path = join(runDir, file.path);
  const now = await digestOfFile(path).catch((error: NodeJS.ErrnoException) => {
    throw altered(file.path, `cannot be read (${error.code})`);
  });
  if (now.sha256 === file.sha256) return;
  // The journal can say more exactly where.
  if (file.path === 'journal.ndjson') await readJournal(path);
  const size = now.bytes === file.bytes ? '' : ` (${now.bytes} bytes instead of ${file.bytes})`;
  throw altered(file.path, `does not have the content it had${size}`);
}

async function whereTo(runDir: string, file: SealedFile, added: readonly FolderEntry[]): Promise<string> {
  const byCase = added.find(({ path }) => path.toLowerCase() === file.path.toLowerCase());
  const now = byCase ?? (await sameContent(runDir, file, added));
  return now === undefined ? 'is missing' : `was renamed to ${now.path}`;
}

async function sameContent(
  runDir: string,
  file: SealedFile,
  added: readonly FolderEntry[],
): Promise<FolderEntry | undefined> {
  for (const entry of added) {
    if (entry.kind !== 'file') continue;
    const { sha256 } = await digestOfFile(join(runDir, entry.path));
    if (sha256 === file.sha256) return entry;
  }
  return undefined;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What stands in a folder under one name. Only files are ours; a link, a pipe or a socket is never followed or opened. */
export interface FolderEntry {
  /** Relative to the folder, with "/". */
  readonly path: string;
  readonly kind: 'file' | 'other';
}

/** Everything below a folder except empty folders, sorted by path. */
export async function filesBelow(dir: string): Promise<readonly FolderEntry[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      kind: entry.isFile() ? ('file' as const) : ('other' as const),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Piece by piece: a target's database may be larger than the memory. */
export async function digestOfFile(path: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

import { createHash } from 'node:crypto';
import { constants, globSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { reportBytesMax } from './strict-text.ts';
import { ReportRefused } from './suite-result.ts';

const filesMax = 10_000;

/** A report file as it stood at one moment. */
export interface FileStamp {
  readonly mtimeNs: bigint;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ReportFile {
  readonly path: string;
  /** Relative to the project where it stands in it. */
  readonly shownAs: string;
}

/** The files that a path or a glob of the project names now, sorted. */
export function reportFiles(projectDir: string, pattern: string): readonly ReportFile[] {
  const found = /[*?[{]/.test(pattern) ? globSync(pattern, { cwd: projectDir }) : [pattern];
  return found
    .map((path) => resolve(projectDir, path))
    .sort()
    .slice(0, filesMax + 1)
    .map((path) => ({ path, shownAs: shownPath(projectDir, path) }));
}

export function refuseTooMany(files: readonly ReportFile[], pattern: string): void {
  if (files.length > filesMax)
    throw new ReportRefused(`found more than ${filesMax} files that fit ${pattern}`);
}

function shownPath(projectDir: string, path: string): string {
  const inside = relative(projectDir, path).split(sep).join('/');
  return inside.startsWith('../') ? path : inside;
}

/** What is there before the command starts; what cannot be read now will be refused afterwards. */
export async function stampsOf(files: readonly ReportFile[]): Promise<ReadonlyMap<string, FileStamp>> {
  const stamps = new Map<string, FileStamp>();
  for (const { path } of files) {
    const file = await readReportFile(path).catch(() => null);
    if (file !== null) stamps.set(path, file.stamp);
  }
  return stamps;
}

export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
}

/** The file's bytes; null when there is none. A link, a pipe, a device or a file too large is refused without being read. */
export async function readReportFile(path: string): Promise<ReadFile | null> {
  const file = await opened(path);
  if (file === null) return null;
  try {
    const state = await file.stat({ bigint: true });
    if (!state.isFile()) throw new ReportRefused('it is no regular file');
    if (state.size > BigInt(reportBytesMax))
      throw new ReportRefused(`found ${state.size} bytes, expected at most ${reportBytesMax}`);
    const bytes = await file.readFile();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, stamp: { mtimeNs: state.mtimeNs, bytes: bytes.byteLength, sha256 } };
  } finally {
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') throw new ReportRefused('it is a symbolic link; expected the file itself');
    throw new ReportRefused(message);
  }
}

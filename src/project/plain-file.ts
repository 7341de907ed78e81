import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

export interface FileBounds {
  readonly bytesMax: number;
  /** The project that the file belongs to: no link may lead out of it. Left out for what we ship ourselves. */
  readonly within?: string;
}

export type PlainFile =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly why: string };

/** Why a file is not read that does not exist. */
export const absent = 'is not there';

const twin = 'has a second name (a hard link), by which it could change unseen; copy it to a file of its own';

/** Reads a file that somebody gave us; what it is and how large is asked first, so that nothing makes us wait or fills memory. */
export function readPlainFile(path: string, bounds: FileBounds): PlainFile {
  const why = whyNotPlain(path, bounds);
  if (why !== null) return { kind: 'refused', why };
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = fstatSync(file);
    if (!found.isFile() || found.size > bounds.bytesMax)
      return { kind: 'refused', why: 'was replaced while it was read' };
    return { kind: 'read', bytes: readFileSync(file) };
  } catch (error) {
    return { kind: 'refused', why: `cannot be read (${codeOf(error)})` };
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Why a file is not read, as the end of a sentence that begins with its name; null when nothing speaks against it. */
export function whyNotPlain(path: string, bounds: FileBounds): string | null {
  try {
    const real = realpathSync(path);
    const found = lstatSync(real);
    const isLink = lstatSync(path).isSymbolicLink();
    if (bounds.within !== undefined && isOwn(path, bounds.within)) {
      const why = whyForeign(real, found, bounds.within);
      if (why !== null) return why;
    }
    if (!found.isFile()) return `is ${isLink ? 'a link to ' : ''}${kindOf(found)}, expected a file`;
    return tooLarge(found.size, bounds.bytesMax);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? absent : `cannot be read (${codeOf(error)})`;
  }
}

function whyForeign(real: string, found: Stats, project: string): string | null {
  if (!isInside(real, realpathSync(project)))
    return `is a link that leads out of the project, to ${real}; expected a file of the project`;
  return found.isFile() && found.nlink > 1 ? twin : null;
}

function tooLarge(bytes: number, bytesMax: number): string | null {
  return bytes > bytesMax ? `holds ${bytes} bytes, expected at most ${bytesMax}` : null;
}

/** A project may be named by a link to it, and a file of it by either way. */
function isOwn(path: string, project: string): boolean {
  return isInside(path, project) || isInside(path, realpathSync(project));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code ?? error);
}

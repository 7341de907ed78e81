import { lstatSync, type Stats } from 'node:fs';
import { evidenceLost } from './lost.ts';

/** Throws EVIDENCE_LOST when what stands under the name is no longer what stood there. */
export type StillThere = () => void;

/**
 * Remembers which folder stands under a path. A folder that was deleted, renamed, or replaced by another one or by a link
 * is found before the next write, so that nothing is written where nobody will look for it.
 */
export function rememberFolder(path: string): StillThere {
  const before = lstatSync(path);
  if (!before.isDirectory())
    throw evidenceLost(`The run folder ${path} cannot be used`, 'it is not a folder, or a link to one');
  return () => {
    if (!isSame(before, lstatOrNull(path)))
      throw evidenceLost(
        `The run folder ${path} is gone`,
        'it was deleted, moved or replaced during the run',
      );
  };
}

/** The same for an open file: the name must still lead to it, and it must hold as many bytes as were written. */
export function rememberFile(path: string, opened: Stats): (bytes: number) => void {
  return (bytes) => {
    const now = lstatOrNull(path);
    if (!isSame(opened, now))
      throw evidenceLost(`${path} is gone`, 'it was deleted, moved or replaced during the run');
    if (now?.size !== bytes)
      throw evidenceLost(
        `${path} is not what was written`,
        `it holds ${now?.size} bytes instead of ${bytes}`,
      );
  };
}

function isSame(before: Stats, now: Stats | null): boolean {
  return now !== null && now.dev === before.dev && now.ino === before.ino;
}

function lstatOrNull(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

import { hash } from 'node:crypto';
import { isAbsolute, relative, sep } from 'node:path';
import type { CheckId } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';

export interface CheckPlace {
  readonly phase: PhaseName;
  /** As `checkFile` gives it. */
  readonly file: string;
  readonly titlePath: readonly string[];
}

/** The same check has the same id in every run, on every machine and from every checkout. */
export function checkIdOf(place: CheckPlace): CheckId {
  const text = JSON.stringify([place.phase, place.file, ...place.titlePath]);
  return `${place.phase}-${hash('sha256', text).slice(0, 10)}`;
}

export interface CheckRoots {
  readonly projectDir: string;
  readonly packageDir: string;
}

/**
 * The file as an id names it: relative to the project if it stands there, else to the package, with forward slashes and
 * without the ending, because the published package carries .js where the repository has .ts.
 */
export function checkFile(path: string, roots: CheckRoots): string {
  const inProject = relative(roots.projectDir, path);
  const outside = inProject.startsWith('..') || isAbsolute(inProject);
  const inPackage = relative(roots.packageDir, path);
  const chosen = outside || inProject.length > inPackage.length ? inPackage : inProject;
  return chosen
    .split(sep)
    .join('/')
    .replace(/^dist\//, '')
    .replace(/\.[cm]?[jt]s$/, '');
}

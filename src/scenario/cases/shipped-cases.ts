import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../model/package-root.ts';
import { readCaseFile } from './case-file.ts';
import { type ReadCase, readPublished } from './read-case.ts';

/** The cases that were handed to us, and those that we wrote in their form from the same kind of sources. */
const names = ['data/published-cases.json', 'data/further-cases.json'];

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, packageRoot(import.meta.url)));
}

/** Where the cases that ship with Tollgate stand. */
export const shippedCaseFiles: readonly string[] = names.map(pathOf);

/** The shipped cases, read anew; a mistake in them stops whoever asks. */
export function shippedCases(): readonly ReadCase[] {
  return names.flatMap((name) => readCaseFile(readFileSync(pathOf(name), 'utf8'), name).map(readPublished));
}

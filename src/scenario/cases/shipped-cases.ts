import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../model/package-root.ts';
import { readCaseFile } from './case-file.ts';
import { type ReadCase, readPublished } from './read-case.ts';

const url = new URL('data/published-cases.json', packageRoot(import.meta.url));

/** Where the cases that ship with Tollgate stand. */
export const shippedCaseFile: string = fileURLToPath(url);

/** The shipped cases, read anew; a mistake in them stops whoever asks. */
export function shippedCases(): readonly ReadCase[] {
  return readCaseFile(readFileSync(url, 'utf8'), 'data/published-cases.json').map(readPublished);
}

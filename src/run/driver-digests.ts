import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { readPlainFile } from '../project/plain-file.ts';
import type { Places } from './phases/phase.ts';
import { digestOf } from './source-digests.ts';

const bytesMax = 16 * 1024 * 1024;

export interface DigestedDriver {
  readonly places: Places;
  readonly driver: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a verification of a driver holds for: the driver, how it is set up, the contract, and what all drivers share. */
export function driverDigests({ places, driver, options }: DigestedDriver): Readonly<Record<string, string>> {
  const { codeDir, codeEnding, projectDir } = places;
  return {
    driver: driver.includes('/') ? moduleDigest(resolve(projectDir, driver)) : 'shipped',
    options: sha256(JSON.stringify(options)),
    contract: digestOf(codeDir, `src/{target,drivers}/**/*${codeEnding}`),
  };
}

/** Of a module with all that it imports by a relative path, directly or not. */
function moduleDigest(entry: string): string {
  const hash = createHash('sha256');
  const seen = new Set<string>();
  const todo = [entry];
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const file = readPlainFile(path, { bytesMax });
    const text = file.kind === 'read' ? Buffer.from(file.bytes).toString() : file.why;
    hash.update(text).update('\0');
    for (const match of text.matchAll(/(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g))
      todo.push(resolve(dirname(path), match[2] ?? ''));
  }
  return `sha256:${hash.digest('hex')}`;
}

function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

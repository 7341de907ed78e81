import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainFile } from '../project/plain-file.ts';
import type { Places } from './phases/phase.ts';

/** What the checks are made of, as one digest per kind, so that two plans can be compared byte for byte. */
export function sourceDigests(places: Places): Readonly<Record<string, string>> {
  const { codeDir, packageDir, projectDir, codeEnding } = places;
  return {
    suites: digestOf(codeDir, `src/suites/**/*${codeEnding}`),
    steps: digestOf(codeDir, `steps/**/*${codeEnding}`),
    features: digestOf(packageDir, 'features/**/*.feature'),
    ownFeatures:
      projectDir === packageDir
        ? digestOf(packageDir, 'features/**/*.feature')
        : digestOf(projectDir, 'features/**/*.feature'),
    perf: digestOf(packageDir, 'perf/**/*.ts'),
    data: digestOf(packageDir, 'data/**/*.{json,csv}'),
  };
}

const bytesMax = 256 * 1024 * 1024;

function digestOf(dir: string, pattern: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(pattern, { cwd: dir }).sort()) {
    hash
      .update(file.replaceAll('\\', '/'))
      .update('\0')
      .update(contentOf(join(dir, file)))
      .update('\0');
  }
  return `sha256:${hash.digest('hex')}`;
}

/** What is no plain file is a fault of its phase; here it must only not make us wait. */
function contentOf(path: string): Uint8Array | string {
  const file = readPlainFile(path, { bytesMax });
  return file.kind === 'read' ? file.bytes : file.why;
}

import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPlainFile } from '../project/plain-file.ts';
import type { RunRequest } from './request.ts';

/** What decides a run besides what its plan says in words. */
export type SourceRequest = Pick<RunRequest, 'places' | 'load' | 'ownSuites' | 'target'>;

/** What the checks are made of, as one digest per kind, so that two plans can be compared byte for byte. */
export function sourceDigests(request: SourceRequest): Readonly<Record<string, string>> {
  const { codeDir, packageDir, projectDir, codeEnding } = request.places;
  return {
    suites: digestOf(codeDir, `src/suites/**/*${codeEnding}`),
    steps: digestOf(codeDir, `steps/**/*${codeEnding}`),
    ownSteps:
      projectDir === packageDir ? nothing : digestOf(projectDir, 'steps/**/*.{ts,mts,cts,js,mjs,cjs}'),
    features: digestOf(packageDir, 'features/**/*.feature'),
    ownFeatures:
      projectDir === packageDir
        ? digestOf(packageDir, 'features/**/*.feature')
        : digestOf(projectDir, 'features/**/*.feature'),
    perf: digestOf(packageDir, 'perf/**/*.ts'),
    data: digestOf(packageDir, 'data/**/*.{json,csv}'),
    settings: settingsDigest(request),
  };
}

/** Load, suites of a team's own, and how the driver is set up, with the files that they name. */
function settingsDigest({ places, load, ownSuites, target }: SourceRequest): string {
  const { profileFile, ...figures } = load;
  const { driver, options, requires, access, accepts } = target;
  const hash = createHash('sha256').update(
    JSON.stringify({ figures, ownSuites, target: { driver, options, requires, access, accepts } }),
  );
  if (profileFile !== null) hash.update('\0').update(contentOf(profileFile));
  if (driver.includes('/')) hash.update('\0').update(contentOf(resolve(places.projectDir, driver)));
  return `sha256:${hash.digest('hex')}`;
}

const nothing = `sha256:${createHash('sha256').digest('hex')}`;
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

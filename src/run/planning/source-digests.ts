import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProofDigests } from '../../model/deciding/proof.ts';
import { readPlainFile } from '../../project/plain-file.ts';
import type { RunRequest } from '../request.ts';
import { moduleDigest } from './module-digest.ts';

/** What decides a run besides what its plan says in words. */
export type SourceRequest = Pick<RunRequest, 'places' | 'load' | 'ownSuites' | 'target'>;

/** What the checks are made of, as one digest per kind, so that two plans can be compared byte for byte. */
export function sourceDigests(request: SourceRequest): Readonly<Record<string, string>> {
  const { codeDir, packageDir, projectDir, codeEnding } = request.places;
  return {
    suites: digestOf(codeDir, `src/suites/**/*${codeEnding}`),
    steps: digestOf(codeDir, `steps/**/*${codeEnding}`),
    ownSteps: projectDir === packageDir ? nothing : digestOf(projectDir, ownStepFiles),
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

/**
 * What a proof of the suites holds for: the checks, and all of ours that plays them or that they are played against. A proof
 * made with anything else says nothing of them.
 */
export function proofDigests(places: SourceRequest['places']): ProofDigests {
  const { codeDir, packageDir, projectDir, codeEnding } = places;
  const isOneFolder = projectDir === packageDir;
  return {
    suites: digestOf(codeDir, `src/suites/**/*${codeEnding}`),
    steps: digestOf(codeDir, `steps/**/*${codeEnding}`),
    ownSteps: isOneFolder ? nothing : digestOf(projectDir, ownStepFiles),
    features: digestOf(packageDir, 'features/**/*.feature'),
    ownFeatures: isOneFolder ? nothing : digestOf(projectDir, 'features/**/*.feature'),
    data: digestOf(packageDir, 'data/**/*.{json,csv}'),
    perf: digestOf(packageDir, 'perf/**/*.ts'),
    defects: digestOf(codeDir, `src/sandbox/**/*${codeEnding}`),
    harness: digestOf(
      codeDir,
      `src/{model,oracle,scenario,target,drivers,channel,prove,run/runners}/**/*${codeEnding}`,
    ),
  };
}

/** Of a folder of defects from elsewhere. */
export function folderDigest(dir: string): string {
  return digestOf(dir, '*.{ts,mts,js,mjs}');
}

/** Load, suites of a team's own, and how the driver is set up, with the modules that they name and all that these import. */
function settingsDigest({ places, load, ownSuites, target }: SourceRequest): string {
  const { profileFile, ...figures } = load;
  const { driver, options, requires, access, accepts, effort } = target;
  const hash = createHash('sha256').update(
    JSON.stringify({ figures, ownSuites, target: { driver, options, requires, access, accepts, effort } }),
  );
  if (profileFile !== null) hash.update('\0').update(moduleDigest(profileFile));
  if (driver.includes('/')) hash.update('\0').update(moduleDigest(resolve(places.projectDir, driver)));
  return `sha256:${hash.digest('hex')}`;
}

const ownStepFiles = 'steps/**/*.{ts,mts,cts,js,mjs,cjs}';
const nothing = `sha256:${createHash('sha256').digest('hex')}`;
const bytesMax = 256 * 1024 * 1024;

/** Of the files below a folder that fit, names and contents. */
export function digestOf(dir: string, pattern: string): string {
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

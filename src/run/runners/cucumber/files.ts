import { existsSync, globSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { whyNotPlain } from '../../../project/plain-file.ts';

export interface FeatureFiles {
  /** Absolute, each once. */
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

/** The features that paths, folders and globs name. One that finds nothing is a fault: cucumber would call it a success. */
export function featureFiles(given: readonly string[], projectDir: string): FeatureFiles {
  const files = new Set<string>();
  const faults: string[] = [];
  for (const path of given) {
    const found = expanded(resolve(projectDir, path));
    for (const file of found) files.add(file);
    if (found.length === 0)
      faults.push(
        `${relative(projectDir, path) || path}: found no feature there, expected at least one file that ends in .feature.`,
      );
  }
  return { files: [...files].sort(), faults };
}

/**
 * What a folder of features holds, links to folders too: nobody looks into those, so whoever reads the features must say
 * so. Sorted, because the same features are the same plan on every machine.
 */
export function featuresBelow(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (isFeature(entry.name)) return [path];
      if (entry.isDirectory()) return featuresBelow(path);
      return entry.isSymbolicLink() && isFolder(path) ? [path] : [];
    })
    .sort();
}

/** In whichever case: a feature that nobody runs because its name is shouted would be a hole. */
function isFeature(name: string): boolean {
  return /\.feature$/i.test(name);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What is named as a feature is the reader's to look at, whatever it is. */
function expanded(path: string): readonly string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true && !isFeature(path)) return featuresBelow(path);
  if (found !== undefined) return [path];
  return globSync(path).filter((file) => file.endsWith('.feature'));
}

export interface StepFolders {
  readonly projectDir: string;
  readonly packageDir: string;
  /** Whether we run from sources, or from what was built of them. */
  readonly fromSources: boolean;
}

export interface StepFiles {
  /** Absolute, each once, without links. */
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

const stepBytesMax = 4 * 1024 * 1024;

/** What binds the words: the steps we ship, and those of the project where it has its own. */
export function stepFiles({ projectDir, packageDir, fromSources }: StepFolders): StepFiles {
  const shipped = fromSources ? join(packageDir, 'steps') : join(packageDir, 'dist', 'steps');
  const folders = [shipped, join(projectDir, 'steps')].filter((folder) => existsSync(folder));
  const paths = folders.flatMap((folder) =>
    globSync('**/*.{ts,js,mjs}', { cwd: folder }).map((file) => join(folder, file)),
  );
  const files = new Set<string>();
  const faults = new Set<string>();
  for (const path of paths.filter((file) => !/\.test\.[a-z]+$|\.d\.ts$/.test(file))) {
    const why = whyNotPlain(path, { bytesMax: stepBytesMax, within: projectDir });
    if (why === null) files.add(realpathSync(path));
    else faults.add(`${relative(projectDir, path)} ${why}.`);
  }
  return { files: [...files].sort(), faults: [...faults] };
}

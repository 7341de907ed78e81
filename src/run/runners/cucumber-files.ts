import { existsSync, globSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

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

function expanded(path: string): readonly string[] {
  if (existsSync(path)) {
    if (statSync(path).isFile()) return [path];
    return globSync('**/*.feature', { cwd: path }).map((file) => join(path, file));
  }
  return globSync(path).filter((file) => file.endsWith('.feature'));
}

export interface StepFolders {
  readonly projectDir: string;
  readonly packageDir: string;
  /** Whether we run from sources, or from what was built of them. */
  readonly fromSources: boolean;
}

/** What binds the words: the steps we ship, and those of the project where it has its own. */
export function stepFiles({ projectDir, packageDir, fromSources }: StepFolders): readonly string[] {
  const shipped = fromSources ? join(packageDir, 'steps') : join(packageDir, 'dist', 'steps');
  const folders = [shipped, join(projectDir, 'steps')].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    globSync('**/*.{ts,js,mjs}', { cwd: folder }).map((file) => realpathSync(join(folder, file))),
  );
  const isStep = (file: string) => !/\.test\.[a-z]+$|\.d\.ts$/.test(file);
  return [...new Set(files)].filter(isStep).sort();
}

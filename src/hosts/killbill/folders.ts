import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, packageFolder } from '../tool-folders.ts';
import { librariesOf, serverArtifact } from './artifacts.ts';

export function killbillFolder(): string {
  return join(cacheFolder(), 'killbill');
}

export function fileFolder(): string {
  return join(killbillFolder(), 'files');
}

export const launcherSource = (): string => join(packageFolder(), 'tools', 'killbill', 'Launcher.java');

/** What one version is started from. */
export interface ServerFiles {
  readonly version: string;
  readonly war: string;
  readonly libraries: readonly string[];
  /** Holds the compiled launcher; another source has another folder. */
  readonly launcherFolder: string;
  /** All tables, for PostgreSQL. */
  readonly tables: string;
}

export function serverFiles(version: string): ServerFiles {
  const digest = createHash('sha256').update(readFileSync(launcherSource())).digest('hex');
  return {
    version,
    war: join(fileFolder(), serverArtifact(version).file),
    libraries: librariesOf(version).map(({ file }) => join(fileFolder(), file)),
    launcherFolder: join(killbillFolder(), `launcher-${digest.slice(0, 12)}`),
    tables: join(killbillFolder(), `tables-${version}.sql`),
  };
}

export function missingFiles(files: ServerFiles): readonly string[] {
  const { war, libraries, launcherFolder, tables } = files;
  return [war, ...libraries, join(launcherFolder, 'Launcher.class'), tables].filter(
    (file) => !existsSync(file),
  );
}

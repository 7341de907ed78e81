import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { takeInstallTurn } from '../install-turn.ts';
import type { FoundTool, Installable } from '../installable.ts';
import { librariesOf, serverArtifact } from './artifacts.ts';
import { compileLauncher } from './compile-launcher.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import { fileFolder, killbillFolder, missingFiles, serverFiles } from './folders.ts';
import { findJdk, neededJdk, systemPackages } from './java.ts';
import { makeTables } from './make-tables.ts';
import { defaultVersion, triedVersions, versionRefusal } from './versions.ts';

/** A real billing system that nobody here wrote. Fetched only when it is asked for by name. */
export const killbill: Installable = { ...installationOf(defaultVersion), ofVersion: installationOf };

function installationOf(version: string): Installable {
  refuse(version);
  return {
    name: 'killbill',
    purpose: 'judging Kill Bill, or trying the suites on a real billing system',
    neededBy: 'run against a target with host: killbill',
    onlyByName: true,
    sizeText: `Kill Bill ${version}: about 70 MB fetched through Maven, which keeps as much again; Java 17, Maven and, for database: postgres, PostgreSQL must be here`,
    commandToType: `${systemPackages} && npx tollgate doctor --install killbill`,
    find: () => findServer(version),
    install: (log) =>
      takeInstallTurn({
        lockFile: join(killbillFolder(), 'killbill.lock'),
        log,
        work: () => install(version, log),
      }),
  };
}

async function findServer(version: string): Promise<FoundTool | null> {
  const files = serverFiles(version);
  if (missingFiles(files).length > 0 || (await findJdk()) === null) return null;
  return { path: files.war, version };
}

async function install(version: string, log: (line: string) => void): Promise<void> {
  const jdk = await neededJdk();
  const files = serverFiles(version);
  mkdirSync(fileFolder(), { recursive: true });
  for (const artifact of [...librariesOf(version), serverArtifact(version)])
    await fetchArtifact(artifact, log);
  log('compiling the launcher, and taking the table definitions out of the server.');
  await compileLauncher(files, jdk);
  await makeTables(files, jdk);
}

function refuse(version: string): void {
  const reason = versionRefusal(version);
  if (reason === null) return;
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found Kill Bill ${version}, expected another version: ${reason}.`,
    hint: `Leave it out for ${defaultVersion}. These were tried: ${triedVersions.join(', ')}.`,
  });
}

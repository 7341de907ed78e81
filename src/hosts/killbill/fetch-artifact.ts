import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { lastLines, runCommand } from '../command.ts';
import { findOnPath } from '../find-on-path.ts';
import type { Artifact } from './artifacts.ts';
import { recordedHash, recordHash, sha256Of } from './file-hashes.ts';
import { fileFolder } from './folders.ts';
import { systemPackages } from './java.ts';

/** Exactly this one: newer ones ask for the server's parent project, which is not published. */
const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy';
const fetchWithinMs = 15 * 60_000;

/** Fetches one file through Maven and moves it into place when its hash is right. One that is there already stays. */
export async function fetchArtifact(artifact: Artifact, log: (line: string) => void): Promise<void> {
  const path = join(fileFolder(), artifact.file);
  if (existsSync(path)) return;
  log(`fetching ${artifact.coordinates} through Maven.`);
  const workFolder = join(fileFolder(), `.fetch-${process.pid}`);
  mkdirSync(workFolder, { recursive: true });
  try {
    await copyFromMaven(artifact, workFolder);
    const fetched = join(workFolder, artifact.file);
    await judgeHash(artifact, fetched, log);
    renameSync(fetched, path);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function copyFromMaven({ coordinates, file }: Artifact, workFolder: string): Promise<void> {
  const maven = findOnPath('mvn');
  if (maven === null) throw failed('Found no Maven (mvn) on PATH.', `On Debian type: ${systemPackages}`);
  const ended = await runCommand({
    command: maven,
    args: ['--quiet', '--batch-mode', plugin, `-DoutputDirectory=${workFolder}`, `-Dartifact=${coordinates}`],
    // Away from any project: Maven would read its pom.xml first.
    cwd: workFolder,
    deadlineMs: fetchWithinMs,
  });
  if (ended.exitCode === 0 && existsSync(join(workFolder, file))) return;
  const how = ended.timedOut ? 'did not end in time' : `ended with ${ended.exitCode}`;
  throw failed(
    `Maven ${how} when it was asked for ${coordinates}:\n${lastLines(ended, 3)}`,
    'Is there a network, and does this version exist? docs/killbill.md lists those that can be had.',
  );
}

async function judgeHash(artifact: Artifact, fetched: string, log: (line: string) => void): Promise<void> {
  const found = await sha256Of(fetched);
  const expected = artifact.sha256 ?? recordedHash(artifact);
  if (expected === undefined) {
    recordHash(artifact, found);
    log(
      `nobody told us the hash of ${artifact.file}: recorded sha256 ${found}, which later starts are held against.`,
    );
    return;
  }
  if (found === expected) return;
  throw failed(
    `Found ${artifact.coordinates} with sha256 ${found}, expected ${expected}.`,
    'It is another file than the one we know, and was thrown away. Ask who runs the repository that Maven uses.',
  );
}

function failed(message: string, hint: string): HarnessFault {
  return new HarnessFault({ code: 'TOOL_MISSING', message, hint });
}

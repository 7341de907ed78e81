import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessFault } from '../../model/fault.ts';
import { lastLines, runCommand } from '../command.ts';
import { webServer } from './artifacts.ts';
import { fileFolder, launcherSource, type ServerFiles } from './folders.ts';
import type { Jdk } from './java.ts';

/** Compiles tools/killbill/Launcher.java for the oldest Java that we start the server with. */
export async function compileLauncher({ launcherFolder }: ServerFiles, jdk: Jdk): Promise<void> {
  if (existsSync(join(launcherFolder, 'Launcher.class'))) return;
  const made = `${launcherFolder}.${process.pid}`;
  mkdirSync(made, { recursive: true });
  const classPath = join(fileFolder(), webServer.file);
  const ended = await runCommand({
    command: jdk.javac,
    args: ['--release', '17', '-d', made, '-classpath', classPath, launcherSource()],
    deadlineMs: 120_000,
  });
  if (ended.exitCode !== 0) {
    rmSync(made, { recursive: true, force: true });
    throw new HarnessFault({
      code: 'TOOL_MISSING',
      message: `"javac" of ${launcherSource()} ended with ${ended.exitCode}: ${lastLines(ended)}`,
      hint: 'Is this a whole Java development kit of version 17 or newer?',
    });
  }
  rmSync(launcherFolder, { recursive: true, force: true });
  renameSync(made, launcherFolder);
}

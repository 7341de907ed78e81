import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { lastLines, runCommand } from './command.ts';
import { findOnPath, isExecutable } from './find-on-path.ts';
import { takeInstallTurn } from './install-turn.ts';
import type { FoundTool, Installable } from './installable.ts';
import { cacheFolder } from './tool-folders.ts';

const namesOnPath = ['chromium', 'google-chrome', 'chrome'] as const;
const installWithinMs = 15 * 60_000;
const debianCommand =
  'apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation';

/** The browser: the machine's own, Debian's, or the one that Playwright fetches. */
export const chromium: Installable = {
  name: 'chromium',
  purpose: 'seeing the invoice as the customer sees it',
  neededBy: 'uat phase',
  sizeText: 'about 110 MB fetched by the system package manager or by Playwright; 400 MB on disk',
  commandToType: debianCommand,
  find: findChromium,
  install: (log) =>
    takeInstallTurn({
      lockFile: join(cacheFolder(), 'bin', 'chromium.lock'),
      log,
      work: async () => {
        if ((await findChromium()) === null) await installByWhatIsHere(log);
      },
    }),
};

async function findChromium(): Promise<FoundTool | null> {
  const named = process.env['TOLLGATE_CHROMIUM'];
  if (named !== undefined && named !== '') return (await fitChromium(named)) ?? refuse(named);
  for (const name of namesOnPath) {
    const path = findOnPath(name);
    const found = path === null ? null : await fitChromium(path);
    if (found !== null) return found;
  }
  // Only now, because loading Playwright takes longer than all the above.
  const { chromium: playwrightChromium } = await import('playwright-core');
  return fitChromium(playwrightChromium.executablePath());
}

/** What stands on PATH may be an empty shell that asks for another package: it counts when it tells its version. */
async function fitChromium(path: string): Promise<FoundTool | null> {
  if (!isExecutable(path)) return null;
  const ended = await runCommand({ command: path, args: ['--version'], deadlineMs: 20_000 });
  const version = /\d+(\.\d+){2,3}/.exec(ended.stdout)?.[0];
  return ended.exitCode === 0 && version !== undefined ? { path, version } : null;
}

function refuse(path: string): never {
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found TOLLGATE_CHROMIUM=${path}, expected a Chromium or Chrome that runs on this machine.`,
    hint: 'Name another one, or unset TOLLGATE_CHROMIUM and type: npx tollgate doctor --install chromium',
  });
}

async function installByWhatIsHere(log: (line: string) => void): Promise<void> {
  const reasons: string[] = [];
  for (const install of [installFromDebian, installByPlaywright]) {
    const reason = await install(log);
    if (reason === null && (await findChromium()) !== null) return;
    if (reason !== null) reasons.push(reason);
  }
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `No Chromium could be installed; expected one of Debian or of Playwright. ${reasons.join(' ')}`,
    hint: `As root on Debian type: ${debianCommand}. Elsewhere install Chrome and put it on PATH, or name it by TOLLGATE_CHROMIUM.`,
  });
}

/** Null when it was done, else why not. */
async function installFromDebian(log: (line: string) => void): Promise<string | null> {
  const apt = findOnPath('apt-get');
  if (apt === null) return 'There is no apt-get here.';
  if (process.getuid?.() !== 0) return 'apt-get needs root.';
  log('installing Chromium and a font with apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // An update that fails, because another one runs or a source is away, need not keep the install from working.
  await runCommand({ command: apt, args: ['update'], env, deadlineMs: installWithinMs });
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const args = [...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  const ended = await runCommand({ command: apt, args, env, deadlineMs: installWithinMs });
  return ended.exitCode === 0 ? null : `apt-get failed: ${lastLines(ended, 2)}`;
}

async function installByPlaywright(log: (line: string) => void): Promise<string | null> {
  log("fetching Playwright's own Chromium.");
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const ended = await runCommand({
    command: process.execPath,
    args: [join(dirname(manifest), 'cli.js'), 'install', 'chromium'],
    deadlineMs: installWithinMs,
  });
  return ended.exitCode === 0 ? null : `Playwright could not fetch it: ${lastLines(ended, 2)}`;
}

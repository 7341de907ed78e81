import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { lastLines, runCommand } from './command.ts';
import { findOnPath, isExecutable } from './find-on-path.ts';
import { type GoToolchain, goToolchain } from './go.ts';
import { takeInstallTurn } from './install-turn.ts';
import type { FoundTool, Installable } from './installable.ts';
import { cacheFolder, packageFolder } from './tool-folders.ts';

const buildWithinMs = 30 * 60_000;
const workPrefix = '.k6-';

/** The load generator. Never part of our package (AGPL): built here from the pinned source of tools/k6. */
export const k6: Installable = {
  name: 'k6',
  purpose: 'playing load against the target',
  neededBy: 'performance phase',
  sizeText:
    'about 2 minutes of building; 385 MB of Go source on disk, Go itself (250 MB) where there is none; 65 MB stay',
  get commandToType() {
    const source = join(packageFolder(), 'tools', 'k6');
    const made = join(cacheFolder(), 'bin', 'k6');
    return `CGO_ENABLED=0 go build -C ${source} -trimpath -o ${made} go.k6.io/k6/v2`;
  },
  find: findK6,
  install: async (log) => {
    const folder = join(cacheFolder(), 'bin');
    await takeInstallTurn({
      lockFile: join(folder, 'k6.lock'),
      log,
      work: async () => {
        if ((await fitK6(join(folder, 'k6'))) === null) await build(folder, log);
      },
    });
  },
};

async function findK6(): Promise<FoundTool | null> {
  const named = process.env['TOLLGATE_K6'];
  if (named !== undefined && named !== '') return (await fitK6(named)) ?? refuse(named);
  for (const path of [findOnPath('k6'), join(cacheFolder(), 'bin', 'k6')]) {
    const found = path === null ? null : await fitK6(path);
    if (found !== null) return found;
  }
  return null;
}

/** The tool when it runs and is of a version whose exit codes and summary we know: 2.2 up to 3. */
async function fitK6(path: string): Promise<FoundTool | null> {
  if (!isExecutable(path)) return null;
  const { stdout } = await runCommand({ command: path, args: ['version'], deadlineMs: 10_000 });
  const version = /v(2\.(\d+)\.\d+\S*)/.exec(stdout);
  return version?.[1] !== undefined && Number(version[2]) >= 2 ? { path, version: version[1] } : null;
}

function refuse(path: string): never {
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Found TOLLGATE_K6=${path}, expected a k6 of version 2.2 or newer, below 3, that runs on this machine.`,
    hint: 'Name another k6, or unset TOLLGATE_K6 and type: npx tollgate doctor --install k6',
  });
}

async function build(folder: string, log: (line: string) => void): Promise<void> {
  const started = Date.now();
  // Named k6 within a folder of its own, because `k6 version` begins with the name of its file.
  const workFolder = join(folder, `${workPrefix}${process.pid}`);
  removeWorkOfKilled(folder);
  mkdirSync(workFolder, { recursive: true });
  try {
    const made = join(workFolder, 'k6');
    const go = await goToolchain({ workFolder, log });
    log('building k6 from its pinned source (tools/k6/go.mod).');
    await goBuild(go, made);
    const found = await fitK6(made);
    if (found === null) throw failed('The k6 that was built does not run.');
    renameSync(made, join(folder, 'k6'));
    log(`k6 ${found.version} built in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** It is our turn: whoever else began here is dead, and a fetched Go with its caches is more than a gigabyte. */
function removeWorkOfKilled(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(workPrefix))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function goBuild(go: GoToolchain, output: string): Promise<void> {
  const ended = await runCommand({
    command: go.path,
    args: ['build', '-trimpath', '-o', output, 'go.k6.io/k6/v2'],
    cwd: join(packageFolder(), 'tools', 'k6'),
    env: { ...go.env, CGO_ENABLED: '0' },
    deadlineMs: buildWithinMs,
  });
  if (ended.exitCode === 0) return;
  const how = ended.timedOut ? 'did not end in time' : `ended with ${ended.exitCode}`;
  throw failed(`"go build" of k6 ${how}:\n${lastLines(ended)}`);
}

function failed(message: string): HarnessFault {
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `${message} Expected a k6 of version 2.2.`,
    hint: 'Install k6 2.2 or newer from its maker, put it on PATH or name it by TOLLGATE_K6, then start again.',
  });
}

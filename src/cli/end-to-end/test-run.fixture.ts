import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkIdOf } from '../../channel/check-id.ts';
import type { VerdictDocument } from '../../model/deciding/verdict.ts';
import type { PhaseName } from '../../model/observing/phase.ts';
import { toolEnvironment } from '../../run/processes/tool-environment.ts';

/** For tests only: the command line as a user meets it, in a process of its own and in a project folder of its own. */
const packageDir = fileURLToPath(new URL('../../..', import.meta.url));
const main = join(packageDir, 'src', 'main.ts');

/** The sandbox that we start ourselves, and nothing that a project may leave out. */
export const hostedProject = [
  'release: { name: Own tests, candidate: RC1, environment: rehearsal }',
  'target: hosted',
  'targets:',
  '  hosted: { driver: sandbox, host: sandbox, environment: test }',
  '',
].join('\n');

/** A target that runs already, under a name that says nothing. */
export function projectByUrl(url: string): string {
  return hostedProject.replace('host: sandbox', `url: "${url}"`).replaceAll('hosted', 'candidate');
}

const projects: string[] = [];

/** A folder with this tollgate.yaml and these files; it finds our packages as an installed project would. */
export async function newProject(
  yaml: string = hostedProject,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'own-'));
  projects.push(dir);
  await writeFile(join(dir, 'tollgate.yaml'), yaml);
  await symlink(join(packageDir, 'node_modules'), join(dir, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

/** For `afterAll`: a file's projects stay until all its tests are over, because some share one. */
export async function removeProjects(): Promise<void> {
  for (const dir of projects.splice(0)) await rm(dir, { recursive: true, force: true });
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first line of either stream that fits; rejects when the command ends without one. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Given to Node itself, before our main file. */
  readonly nodeArgs?: readonly string[];
  /** The command that starts ours, such as `ip netns exec NAME`. */
  readonly inside?: readonly string[];
  /** Another main file, such as that of another version. */
  readonly main?: string;
}

/** Starts `tollgate …` in a folder. Compiled sources are kept between runs, which changes nothing but the time. */
export function startTollgate(cwd: string, args: readonly string[], options: StartOptions = {}): Started {
  const ours = [process.execPath, ...(options.nodeArgs ?? []), options.main ?? main, ...args];
  const [command = '', ...commandArgs] = [...(options.inside ?? []), ...ours];
  const child = spawn(command, commandArgs, {
    cwd,
    env: toolEnvironment(process.env, {
      NODE_COMPILE_CACHE: join(tmpdir(), 'tollgate-own-tests'),
      ...options.env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      text[name] += part;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, ...text }));
  });
  return {
    pid: child.pid ?? -1,
    child,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text.stdout) ?? pattern.exec(text.stderr);
          if (found === null) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`no line fits ${pattern}:\n${text.stdout}\n${text.stderr}`)));
      }),
  };
}

export async function tollgate(
  cwd: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<Ended> {
  return startTollgate(cwd, args, options).ended;
}

/** The folder of the run that a command announced. */
export function runFolder(project: string, ended: Pick<Ended, 'stdout' | 'stderr'>): string {
  const found = /^run (\S+) on /m.exec(ended.stderr);
  if (found === null) throw new Error(`no run was announced:\n${ended.stdout}\n${ended.stderr}`);
  return join(project, 'reports', found[1] ?? '');
}

export async function verdictIn(runDir: string): Promise<VerdictDocument> {
  return JSON.parse(await readFile(join(runDir, 'verdict.json'), 'utf8')) as VerdictDocument;
}

/** A shipped check as a test names it: the suite or feature, then the titles. */
export interface NamedCheck {
  readonly phase: PhaseName;
  readonly file: string;
  readonly titlePath: readonly string[];
}

/** What a defect must be caught by. */
export interface Catch {
  readonly check: NamedCheck;
  /** What the first reason of the verdict says; money, customer and check where money is concerned. */
  readonly reason: RegExp;
}

/** Whatever a project's own folder is called, ids of shipped checks are the same. */
export function idsOf(checks: readonly NamedCheck[]): readonly string[] {
  return checks.map(checkIdOf);
}

export function checkOptions(checks: readonly NamedCheck[]): readonly string[] {
  return idsOf(checks).flatMap((id) => ['--check', id]);
}

/** Works through jobs two at a time, because that is how many processors the smallest machine has. */
export function twoAtATime(): <Answer>(job: () => Promise<Answer>) => Promise<Answer> {
  const waiting: (() => void)[] = [];
  let free = 2;
  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

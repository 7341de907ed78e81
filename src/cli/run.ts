import { type Command, Option } from 'commander';
import { retestOf } from '../decide/judge.ts';
import { installables } from '../hosts/index.ts';
import { findRun } from '../journal/run-folder.ts';
import { HarnessFault } from '../model/fault.ts';
import { isPhaseName, type PhaseName, phaseNames } from '../model/observing/phase.ts';
import { placeOf } from '../project/located-yaml.ts';
import { type Project, readProject } from '../project/project.ts';
import type { RunRequest, TargetPlace } from '../run/request.ts';
import { refuseDefectElsewhere, run } from '../run/run.ts';
import { chosenTarget } from './chosen-target.ts';
import type { CliCommand, Shell } from './command.ts';
import { decideRun } from './decided.ts';
import { refuseUnknownDefect } from './known-defects.ts';
import { placesOf } from './places.ts';
import { loadPolicy } from './policy.ts';
import { clearLine, progressWatcher } from './progress.ts';
import { newRunId } from './run-id.ts';
import { showVerdict } from './show-verdict.ts';
import { tollgateVersion } from './version.ts';
import { writeReports } from './write-reports.ts';

interface RunOptions {
  readonly target?: string;
  readonly phase?: readonly string[];
  readonly tags?: string;
  readonly check?: readonly string[];
  readonly failed?: string;
  readonly policy?: string;
  readonly defect?: string;
  readonly seed?: string;
}

/** Plan, execute, judge, report. */
export const runCommand: CliCommand = {
  name: 'run',
  declare: (program: Command, shell, done) => {
    program
      .command('run')
      .description('plan, execute, judge and report one run')
      .addOption(new Option('--target <name>', 'a target of tollgate.yaml, or an address (http://…)'))
      .addOption(new Option('--phase <phase...>', 'only these phases').choices([...phaseNames]))
      .option('--tags <expression>', 'only checks whose tags fit, such as "@tax and not @screen"')
      .option('--check <id...>', 'only these checks')
      .option('--failed <run>', 'only what did not pass in that run ("latest" or a run id)')
      .option('--policy <policy>', 'a shipped policy or a file of the project')
      .option('--defect <name>', 'give the built-in sandbox a known billing defect (tollgate prove --list)')
      .option('--seed <number>', 'seed of every random choice')
      .action(async (options: RunOptions) => done(await runAndJudge(options, shell)));
  },
};

async function runAndJudge(options: RunOptions, shell: Shell): Promise<number> {
  const project = await readProject(shell.cwd);
  const abort = new AbortController();
  const onSignal = () => abort.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  const request = await requestOf(options, { project, shell, signal: abort.signal });
  const runDir = await run(request).catch((error) => {
    throw atItsLine(error, project, request.target.name);
  });
  if (shell.isTerminal) shell.write(clearLine);
  const decided = await decideRun(runDir);
  await writeReports(decided, '');
  showVerdict(shell, decided, project.dir);
  return decided.run.verdict.exitCode;
}

/** A driver is looked for where foreign code may be loaded, far from the file that names it. */
function atItsLine(error: unknown, project: Project, targetName: string): unknown {
  if (!(error instanceof HarnessFault) || error.code !== 'BAD_CONFIGURATION') return error;
  const { targets, target } = project.file;
  const name = Object.hasOwn(targets, targetName) ? targetName : target;
  return new HarnessFault({
    code: error.code,
    message: `${placeOf(project.source, ['targets', name, 'driver'])} ${error.message}`,
    hint: error.hint,
    cause: error,
  });
}

interface RequestContext {
  readonly project: Project;
  readonly shell: Shell;
  readonly signal: AbortSignal;
}

async function requestOf(
  options: RunOptions,
  { project, shell, signal }: RequestContext,
): Promise<RunRequest> {
  const chosen = chosenTarget(project, options.target);
  const { entry } = chosen;
  if (options.defect !== undefined) await refuseUnknownDefect(options.defect, project);
  const target: RunRequest['target'] = {
    name: chosen.name,
    driver: entry.driver,
    place: targetPlace(entry, options.defect ?? null),
    options: entry.options,
    requires: entry.requires,
  };
  refuseDefectElsewhere(target, options.defect ?? null);
  return {
    places: placesOf(project),
    reportsDir: project.reportsDir,
    runId: newRunId(),
    command: shownCommand(options),
    seed: seedOf(options.seed, project.file.seed),
    scope: await scopeOf(options, project),
    policy: await loadPolicy({
      name: options.policy ?? project.file.policy,
      projectDir: project.dir,
      place: options.policy === undefined ? placeOf(project.source, ['policy']) : '--policy:',
    }),
    release: project.file.release,
    target,
    load: project.file.load,
    interfaces: project.file.interfaces,
    chromium: await chromiumPath(),
    tollgateVersion: await tollgateVersion(),
    watch: progressWatcher(shell),
    signal,
  };
}

/** A browser that is named and not fit is one that is not there: the checks that need it say so, the others run. */
async function chromiumPath(): Promise<string | null> {
  try {
    const found = await installables.find((tool) => tool.name === 'chromium')?.find();
    return found?.path ?? null;
  } catch (error) {
    if (error instanceof HarnessFault && error.code === 'TOOL_MISSING') return null;
    throw error;
  }
}

function targetPlace(
  entry: { readonly host?: string | undefined; readonly url?: string | undefined },
  defect: string | null,
): TargetPlace {
  if (entry.host !== undefined) return { kind: 'hosted', host: entry.host, defect };
  return { kind: 'address', url: entry.url ?? '' };
}

async function scopeOf(options: RunOptions, project: Project): Promise<RunRequest['scope']> {
  const phases = (options.phase ?? []).filter((name): name is PhaseName => isPhaseName(name));
  const base = { phases, tags: options.tags ?? null };
  if (options.failed === undefined) return { ...base, checks: options.check ?? [], failedOf: null };
  const { stored, run: before } = await decideRun(await findRun(project.reportsDir, options.failed));
  const checks = [...retestOf(before.checks), ...(options.check ?? [])];
  if (checks.length === 0) {
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found no check in run ${stored.plan.runId} that did not pass; expected something to run again.`,
      hint: 'Run everything: npx tollgate run',
    });
  }
  return { ...base, checks, failedOf: stored.plan.runId };
}

function seedOf(asked: string | undefined, configured: number): number {
  if (asked === undefined) return configured;
  if (/^\d{1,10}$/.test(asked) && Number(asked) <= 4_294_967_295) return Number(asked);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --seed ${asked}, expected a whole number from 0 to 4294967295.`,
    hint: 'Leave it out to use the seed of tollgate.yaml.',
  });
}

/** As it can be typed again. The defect is left out: the plan is a file that tools could read. */
function shownCommand(options: RunOptions): string {
  const parts = Object.entries(options)
    .filter(([name]) => name !== 'defect')
    .flatMap(([name, value]) => [`--${name}`, ...[value].flat().map(quoted)]);
  return ['npx tollgate run', ...parts].join(' ');
}

function quoted(value: unknown): string {
  const text = String(value);
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

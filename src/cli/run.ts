import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { sandboxDefect } from '../hosts/sandbox.ts';
import { HarnessFault } from '../model/fault.ts';
import { phaseNames } from '../model/observing/phase.ts';
import { askedAgain, type Project, readProject } from '../project/project.ts';
import type { CutRun } from '../run/cut-run.ts';
import { run } from '../run/run.ts';
import { maskedError, maskerOf } from '../run/secrets/mask-secrets.ts';
import type { CliCommand, Shell } from './command.ts';
import { listenForInterruption } from './interruption.ts';
import { decideRun } from './reporting/decided.ts';
import { showVerdict } from './reporting/show-verdict.ts';
import { writeReports } from './reporting/write-reports.ts';
import { findCutRun } from './running/cut-run.ts';
import { decidedBefore } from './running/decided-before.ts';
import { clearLine } from './running/progress.ts';
import { type RunOptions, runRequest } from './running/run-request.ts';

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
      .option('--defects <folder>', 'where that defect stands, when it is one of your own')
      .option('--seed <number>', 'seed of every random choice')
      .option('--shard <i/n>', 'only one of n parts, for several machines; then: tollgate merge')
      .option('--resume <run>', 'go on with a run that was cut: only what has no result')
      .action(async (options: RunOptions) => done(await runAndJudge(options, shell)));
  },
};

async function runAndJudge(options: RunOptions, shell: Shell): Promise<number> {
  const project = await readProject(shell.cwd);
  const signal = listenForInterruption();
  const runDir = await execute(options, { project, shell, signal });
  if (shell.isTerminal) shell.write(clearLine);
  const decided = await decideRun(runDir);
  await writeReports(decided, '');
  showVerdict(shell, decided, project.dir);
  if (signal.aborted) shell.out(`interrupted; go on with: npx tollgate run --resume ${basename(runDir)}`);
  return decided.run.verdict.exitCode;
}

interface Execution {
  readonly project: Project;
  readonly shell: Shell;
  readonly signal: AbortSignal;
}

/** Answers the run folder. */
async function execute(options: RunOptions, execution: Execution): Promise<string> {
  const { project } = execution;
  const found = options.resume === undefined ? null : await cutRunFor(options, project);
  // Whatever was asked for is done; what may be missing is the verdict and its reports.
  if (found?.isWhole === true) return found.runDir;
  const cut = found?.cut ?? null;
  const wanted = cut === null ? options : optionsOf(project, cut);
  const request = await runRequest(await wanted, { ...execution, cut });
  const sealAgain = found === null ? nothingDecided : await decidedBefore(found.runDir);
  return run(request).catch(async (error) => {
    await sealAgain();
    throw maskedError(error, maskerOf(request.secrets));
  });
}

const nothingDecided = async () => undefined;

async function cutRunFor({ resume = '', ...others }: RunOptions, project: Project) {
  const given = Object.keys(others);
  if (given.length === 0) return findCutRun(project.reportsDir, resume);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --${given.join(', --')} beside --resume; expected --resume alone, because a run goes on as it was planned.`,
    hint: `npx tollgate run --resume ${resume}`,
  });
}

/** As the run was asked for when it began. Which defect its sandbox has, only the sandbox's own folder says. */
async function optionsOf(project: Project, { plan }: CutRun): Promise<RunOptions> {
  const runDir = join(project.reportsDir, plan.runId);
  const defect = await sandboxDefect(join(runDir, 'target'));
  const target = askedAgain(project, plan.target);
  const { policy = null, seed = null } = plan.asked ?? {};
  return {
    target,
    ...(defect === null ? {} : { defect: defect.name }),
    ...(defect?.folder == null ? {} : { defects: defect.folder }),
    ...(policy === null ? {} : { policy }),
    ...(seed === null ? {} : { seed: String(seed) }),
  };
}

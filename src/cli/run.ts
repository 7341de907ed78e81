import { type Command, Option } from 'commander';
import { HarnessFault } from '../model/fault.ts';
import { phaseNames } from '../model/observing/phase.ts';
import { placeOf } from '../project/located-yaml.ts';
import { type Project, readProject } from '../project/project.ts';
import { run } from '../run/run.ts';
import type { CliCommand, Shell } from './command.ts';
import { decideRun } from './decided.ts';
import { clearLine } from './progress.ts';
import { type RunOptions, runRequest } from './run-request.ts';
import { showVerdict } from './show-verdict.ts';
import { writeReports } from './write-reports.ts';

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
  const request = await runRequest(options, { project, shell, signal: abort.signal });
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
  if (/^tollgate\.yaml:\d+:/.test(error.message)) return error;
  const { targets, target } = project.file;
  const name = Object.hasOwn(targets, targetName) ? targetName : target;
  return new HarnessFault({
    code: error.code,
    message: `${placeOf(project.source, ['targets', name, 'driver'])} ${error.message}`,
    hint: error.hint,
    cause: error,
  });
}

import { basename, relative } from 'node:path';
import { findRun } from '../journal/run-folder.ts';
import { type Instant, instant } from '../model/date.ts';
import { HarnessFault } from '../model/fault.ts';
import { readProject } from '../project/project.ts';
import type { CliCommand, Shell } from './command.ts';
import { loadPolicy } from './policy.ts';
import { decideRun } from './reporting/decided.ts';
import { refuseGoingOn } from './reporting/going-on.ts';
import { showVerdict } from './reporting/show-verdict.ts';
import { writeReports } from './reporting/write-reports.ts';

interface JudgeOptions {
  readonly policy?: string;
  readonly asOf?: string;
}

/** Again, from the run folder alone: the same bytes. Another policy or date gets files of its own. */
export const judgeCommand: CliCommand = {
  name: 'judge',
  declare: (program, shell, done) => {
    program
      .command('judge')
      .argument('<run>', '"latest", a run id, or the path of a run folder')
      .description('judge a stored run again, from its folder alone')
      .option('--policy <policy>', 'under another policy')
      .option('--as-of <instant>', 'as of another moment, such as 2026-12-01T00:00:00Z')
      .action(async (name: string, options: JudgeOptions) => done(await judgeAgain(shell, name, options)));
  },
};

async function judgeAgain(shell: Shell, name: string, options: JudgeOptions): Promise<number> {
  const needsProject = !name.includes('/') || options.policy !== undefined;
  const project = needsProject ? await readProject(shell.cwd) : null;
  const policy =
    options.policy === undefined || project === null
      ? null
      : await loadPolicy({ name: options.policy, projectDir: project.dir, place: '--policy:' });
  const asOf = options.asOf === undefined ? null : typedInstant(options.asOf);
  const runDir = await findRun(project?.reportsDir ?? shell.cwd, name);
  await refuseGoingOn(runDir);
  const decided = await decideRun(runDir, { policy, asOf });
  const label = labelOf(decided.stored.plan.policy.digest, policy, asOf);
  const { verdictFile } = await writeReports(decided, label);
  showVerdict(shell, decided, shell.cwd);
  // Under another policy, date or version it stands beside the first one, which the lines above name.
  if (basename(verdictFile) !== 'verdict.json') shell.out(`THIS ONE    ${relative(shell.cwd, verdictFile)}`);
  return decided.run.verdict.exitCode;
}

function typedInstant(text: string): Instant {
  try {
    return instant(text);
  } catch (cause) {
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found --as-of ${text}, expected a moment with its zone, such as 2026-12-01T00:00:00Z.`,
      hint: 'Leave it out to judge as of the end of the run.',
      cause,
    });
  }
}

function labelOf(
  planned: string,
  policy: { readonly document: { readonly name: string }; readonly digest: string } | null,
  asOf: string | null,
): string {
  const parts = [
    ...(policy === null || policy.digest === planned
      ? []
      : [`${policy.document.name}-${policy.digest.slice(7, 15)}`]),
    ...(asOf === null ? [] : [`as-of-${asOf.replace(/[:.]/g, '')}`]),
  ];
  return parts.join('.');
}

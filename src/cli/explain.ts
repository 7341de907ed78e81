import { findRun } from '../journal/run-folder.ts';
import type { DecidedCheck, DecidedRun } from '../model/deciding/decided-run.ts';
import { HarnessFault } from '../model/fault.ts';
import { displayMoney, parseMoney, subtractMoney } from '../model/money.ts';
import { checkTitle } from '../model/observing/check.ts';
import { readProject } from '../project/project.ts';
import type { CliCommand, Shell } from './command.ts';
import { decideRun, evidenceReader } from './reporting/decided.ts';

const trailMediaType = 'application/vnd.tollgate.trail+json';

/** One check: expected, actual, the calculation trail, and how to run it again. */
export const explainCommand: CliCommand = {
  name: 'explain',
  declare: (program, shell, done) => {
    program
      .command('explain')
      .argument('<run>', '"latest", a run id, or the path of a run folder')
      .argument('<check>', 'a check id, the beginning of one, or words of its title')
      .description('one check of a run: expected, actual, calculation trail')
      .action(async (run: string, check: string) => done(await explain(shell, run, check)));
  },
};

async function explain(shell: Shell, runName: string, asked: string): Promise<number> {
  const reportsDir = runName.includes('/') ? shell.cwd : (await readProject(shell.cwd)).reportsDir;
  const { stored, run } = await decideRun(await findRun(reportsDir, runName));
  const decided = oneCheck(run, asked);
  for (const line of explanation(decided, evidenceReader(stored.dir))) shell.out(line);
  return decided.status === 'passed' ? 0 : exitCodeOf(decided);
}

function exitCodeOf({ status }: DecidedCheck): number {
  return status === 'failed' ? 1 : 2;
}

function oneCheck(run: DecidedRun, asked: string): DecidedCheck {
  const byId = run.checks.filter(({ check }) => check.id === asked || check.id.startsWith(asked));
  const wanted = asked.toLowerCase();
  const found =
    byId.length > 0
      ? byId
      : run.checks.filter(({ check }) => checkTitle(check).toLowerCase().includes(wanted));
  const [first, ...more] = found;
  if (first !== undefined && more.length === 0) return first;
  const shown = found.slice(0, 10).map(({ check }) => `  ${check.id}  ${checkTitle(check)}`);
  throw new HarnessFault({
    code: 'USAGE',
    message:
      first === undefined
        ? `Found no check "${asked}" in run ${run.verdict.runId}, expected an id or words of a title.`
        : `Found ${found.length} checks for "${asked}", expected one:\n${shown.join('\n')}`,
    hint: 'Ids stand in the report and in verdict.json.',
  });
}

function explanation(decided: DecidedCheck, evidence: (sha256: string) => Uint8Array | null): string[] {
  const { check, status, cause, reason, error } = decided;
  const why = cause === null ? '' : ` (cause: ${cause})`;
  return [
    checkTitle(check),
    `${check.id} · ${check.phase} · ${check.file}:${check.line}`,
    `${status}${why}${reason === '' ? '' : `: ${reason}`}`,
    ...decided.differences.flatMap(differenceLines),
    ...(error === null || decided.differences.length > 0 ? [] : ['', error.message]),
    ...trailLines(decided, evidence),
    ...(decided.measurements.length === 0 ? [] : ['', 'Measured']),
    ...decided.measurements.map(({ name, value, unit }) => `  ${name} = ${value} ${unit}`.trimEnd()),
    '',
    `Again: npx tollgate run --check ${check.id}`,
  ];
}

function differenceLines(difference: DecidedCheck['differences'][number]): string[] {
  const { currency, measure, customer, invoice, explanation: sentence } = difference;
  const [expected, actual] = [
    parseMoney(difference.expected, currency),
    parseMoney(difference.actual, currency),
  ];
  const who = [customer, invoice].filter((text) => text !== '').join(', ');
  return [
    '',
    `${measure}${who === '' ? '' : ` (${who})`}`,
    `  expected   ${displayMoney(expected)}`,
    `  actual     ${displayMoney(actual)}`,
    `  difference ${displayMoney(subtractMoney(actual, expected))}`,
    `  ${sentence}`,
  ];
}

interface Trail {
  readonly title: string;
  readonly steps: readonly { readonly text: string; readonly value: string }[];
}

function trailLines(decided: DecidedCheck, evidence: (sha256: string) => Uint8Array | null): string[] {
  return decided.evidence
    .filter((ref) => ref.mediaType === trailMediaType)
    .flatMap((ref) => {
      const bytes = evidence(ref.sha256);
      if (bytes === null) return ['', `Calculation trail: evidence ${ref.sha256} is not in the folder`];
      const trails = JSON.parse(new TextDecoder().decode(bytes)) as readonly Trail[];
      return trails.flatMap((trail) => [
        '',
        `How ${trail.title} is worked out`,
        ...trail.steps.map((step) => `  ${step.text}  ${step.value}`.trimEnd()),
      ]);
    });
}

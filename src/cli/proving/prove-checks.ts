import { findRun } from '../../journal/run-folder.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import { coarseDefects } from '../../prove/coarse-defects.ts';
import type { ProveRequest } from '../../prove/prove.ts';
import { residentPhases } from '../../prove/resident-setup.ts';
import { type TurnedRed, type TurnRedRequest, turnRed } from '../../prove/turn-red.ts';
import { rowsMax, varietyOf } from '../../prove/variety.ts';
import { visibleTitle } from '../../report/visible-text.ts';
import type { Shell } from '../command.ts';
import { decideRun } from '../reporting/decided.ts';
import { clearLine } from '../running/progress.ts';
import { refusalLines } from './prove-table.ts';

interface CheckProof {
  readonly request: ProveRequest;
  readonly reportsDir: string;
  readonly checks: readonly string[];
  /** The run whose passed checks are meant, too; null for none. */
  readonly passed: string | null;
}

/** Of each check, the first defect that turns it red: a check that none can is not yet a check. */
export async function proveChecks(
  shell: Shell,
  { request, reportsDir, checks, passed }: CheckProof,
): Promise<number> {
  const run = passed === null ? null : await passedIn(await findRun(reportsDir, passed), request);
  const wanted = [...new Set([...(run?.checks ?? []).map(({ id }) => id), ...checks])];
  const { coarse } = await coarseDefects(request.places);
  const turned = await turnRed({
    ...request,
    wanted,
    coarse: new Set(coarse.map(({ name }) => name)),
    watch: { onStage: request.watch.onStage, onDefect: progressOf(shell) },
  });
  const columns = Math.max(shell.columns, 80);
  if (turned.kind === 'refused') {
    for (const line of refusalLines(turned, columns)) shell.out(line);
    return 2;
  }
  // In a file, titles stand whole.
  const width = shell.isTerminal ? columns : 1000;
  for (const line of redLines(turned)) shell.out(visibleTitle(line, width));
  if (run !== null) for (const line of varietyLines(run)) shell.out(line);
  return counted(shell, turned);
}

type Played = Extract<TurnedRed, { kind: 'played' }>;

function counted(shell: Shell, { checks, absent }: Played): number {
  const reds = checks.filter(({ by }) => by !== null).length;
  const none = checks.length - reds;
  const left = absent.size === 0 ? '' : `, ${absent.size} not to be played here`;
  shell.out(`${checks.length + absent.size} checks: ${reds} red under a defect, ${none} under none${left}`);
  if (none > 0) return 1;
  return reds === 0 || absent.size > 0 ? 2 : 0;
}

interface PassedChecks {
  readonly runId: string;
  readonly target: string;
  readonly checks: readonly PlannedCheck[];
}

/** Of the phases that can be played in memory. */
async function passedIn(runDir: string, { phases }: ProveRequest): Promise<PassedChecks> {
  const { stored, run } = await decideRun(runDir);
  const wanted = phases.length === 0 ? residentPhases : phases;
  const checks = run.checks
    .filter(({ status, check }) => status === 'passed' && wanted.includes(check.phase))
    .map(({ check }) => check);
  return { runId: stored.plan.runId, target: stored.plan.target.name, checks };
}

function progressOf(shell: Shell): TurnRedRequest['watch']['onDefect'] {
  return (_defect, red, all) => {
    if (shell.isTerminal) shell.write(`${clearLine}${red} of ${all} checks are red under a defect`);
  };
}

const idWidth = 23;
const nameWidth = 42;

function redLines({ checks, absent }: Played): readonly string[] {
  return [
    `${'check'.padEnd(idWidth)} ${'red under'.padEnd(nameWidth)} title`,
    ...checks.map(({ check, by }) => {
      const name = by?.defect.name ?? 'NONE';
      const title = check.titlePath.join(' › ');
      return `${check.id.padEnd(idWidth)} ${visibleTitle(name, nameWidth).padEnd(nameWidth)} ${title}`;
    }),
    ...[...absent].map(([id, why]) => `${id.padEnd(idWidth)} ${'not played'.padEnd(nameWidth)} ${why}`),
    '',
  ];
}

function varietyLines({ runId, target, checks }: PassedChecks): readonly string[] {
  const { counted, capabilities } = varietyOf(checks);
  return [
    `Run ${runId} on ${target}: ${checks.length} checks passed in ${residentPhases.join(', ')}.`,
    `With at most ${rowsMax} rows of one outline or group: ${counted}, over ${capabilities.length} capabilities:`,
    `  ${capabilities.join(', ')}`,
    '',
  ];
}

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedCheck } from '../../../model/observing/check.ts';
import type { RunnerRequest, StepExit } from '../../runner.ts';
import { SessionEnded, type SessionProcess } from '../session-process.ts';
import type { VitestRound } from './messages.ts';
import { type ReportedRound, readVitestReport } from './report.ts';

/** A worker that dies takes the rest of its file along; more often than this is no bad luck. */
const roundsMax = 10;

/** Where vitest leaves its own report of the step. */
export function reportFileOf({ workDir }: RunnerRequest): string {
  return join(workDir, 'vitest.json');
}

/** Runs the checks in a process that knows them, and reads what vitest itself reported. */
export async function runStep(
  request: RunnerRequest,
  process: SessionProcess,
  checks: readonly PlannedCheck[],
): Promise<StepExit> {
  const reportFile = reportFileOf(request);
  const rounds: ReportedRound[] = [];
  const exit = await runRounds({ process, reportFile, rounds }, checks)
    .then(() => process.finish())
    .catch((error: unknown) => {
      if (error instanceof SessionEnded) return error.exit;
      throw error;
    });
  return { ...exit, report: await readVitestReport({ request, reportFile, rounds }) };
}

interface Rounds {
  readonly process: SessionProcess;
  readonly reportFile: string;
  /** Filled as they end, so that those before one that fails are known. */
  readonly rounds: ReportedRound[];
}

/** Runs the checks; where a worker died, those that had not begun again in a new one, as long as that gets any further. */
async function runRounds(
  { process, reportFile, rounds }: Rounds,
  checks: readonly PlannedCheck[],
): Promise<void> {
  let left = checks.map((check) => check.id);
  let goesOn = true;
  while (goesOn) {
    const { errors, lostWorker } = (await process.ask('run', left)) as VitestRound;
    const ownFile = reportFile.replace(/\.json$/, `-${rounds.length + 1}.json`);
    await rename(reportFile, ownFile).catch(() => undefined);
    rounds.push({ reportFile: ownFile, runErrors: errors, lostWorker });
    // Whoever cannot be heard out may have begun any of them, and what it wrote would be written twice.
    if (!lostWorker || !(await process.heardOut())) return;
    const notBegun = left.filter((id) => !process.begun.has(id));
    goesOn = notBegun.length > 0 && notBegun.length < left.length && rounds.length < roundsMax;
    left = notBegun;
  }
}

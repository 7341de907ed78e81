import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlannedCheck } from '../../model/observing/check.ts';
import type { Listing, Runner, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { openSessionProcess, SessionEnded, type SessionProcess } from './session-process.ts';
import { type ReportedRound, readVitestReport } from './vitest/report.ts';

const entry = fileURLToPath(new URL(import.meta.url.replace(/vitest(\.[jt]s)$/, 'vitest/session$1')));

/** What the parent tells the session when it lists. */
export interface VitestSetup {
  readonly phase: string;
  readonly step: string;
  readonly files: readonly string[];
  readonly projectDir: string;
  readonly packageDir: string;
  readonly reportFile: string;
  readonly seed: number;
  readonly workers: number;
}

/** What the session answers when it has run what it was told to. */
export interface VitestRound {
  /** Errors that belong to no test. */
  readonly errors: readonly string[];
  /** Whether a worker died; what its file had left to run did not begin. */
  readonly lostWorker: boolean;
}

/** A worker that dies takes the rest of its file along; more often than this is no bad luck. */
const roundsMax = 10;

/** Suites written for vitest, in a process that stays from listing to closing. */
export const vitest: Runner = {
  tool: 'vitest',
  open: async (request) => session(request, await openSessionProcess(request, entry)),
};

function session(request: RunnerRequest, process: SessionProcess): RunnerSession {
  const { phase, step, files, projectDir, packageDir, seed, workers = 2 } = request;
  const reportFile = join(request.workDir, 'vitest.json');
  const setup: VitestSetup = { phase, step, files, projectDir, packageDir, seed, workers, reportFile };
  return {
    list: async () => (await process.ask('list', setup)) as Listing,
    run: async (checks): Promise<StepExit> => {
      const rounds: ReportedRound[] = [];
      const exit = await runRounds({ process, reportFile, rounds }, checks)
        .then(() => process.finish())
        .catch((error: unknown) => {
          if (error instanceof SessionEnded) return error.exit;
          throw error;
        });
      return { ...exit, report: await readVitestReport({ request, reportFile, rounds }) };
    },
    close: async () => {
      await process.stop();
    },
  };
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

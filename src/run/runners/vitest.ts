import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Listing, Runner, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { openSessionProcess, SessionEnded, type SessionProcess } from './session-process.ts';
import { readVitestReport } from './vitest-report.ts';

const entry = fileURLToPath(new URL(import.meta.url.replace(/vitest(\.[jt]s)$/, 'vitest-session$1')));

/** What the parent tells the session when it lists. */
export interface VitestSetup {
  readonly phase: string;
  readonly step: string;
  readonly files: readonly string[];
  readonly projectDir: string;
  readonly packageDir: string;
  readonly reportFile: string;
  readonly seed: number;
}

/** Suites written for vitest, in a process that stays from listing to closing. */
export const vitest: Runner = {
  tool: 'vitest',
  open: async (request) => session(request, await openSessionProcess(request, entry)),
};

function session(request: RunnerRequest, process: SessionProcess): RunnerSession {
  const { phase, step, files, projectDir, packageDir, seed } = request;
  const reportFile = join(request.workDir, 'vitest.json');
  const setup: VitestSetup = { phase, step, files, projectDir, packageDir, seed, reportFile };
  return {
    list: async () => (await process.ask('list', setup)) as Listing,
    run: async (checks): Promise<StepExit> => {
      const ids = checks.map((check) => check.id);
      try {
        const runErrors = (await process.ask('run', ids)) as readonly string[];
        return {
          ...(await process.finish()),
          report: await readVitestReport({ request, reportFile, runErrors }),
        };
      } catch (error) {
        if (!(error instanceof SessionEnded)) throw error;
        return { ...error.exit, report: await readVitestReport({ request, reportFile, runErrors: [] }) };
      }
    },
    close: async () => {
      await process.stop();
    },
  };
}

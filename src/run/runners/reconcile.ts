import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Listing, Runner, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { readReconcileReport } from './reconcile/report.ts';
import { openSessionProcess, SessionEnded, type SessionProcess } from './session-process.ts';

const entry = fileURLToPath(
  new URL(`../../reconcile/main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
);

/** The comparison of two bill extracts, in a process of its own. `files` names the folder of the old system's extract, or a file in it. */
export const reconcile: Runner = {
  tool: 'reconcile',
  open: async (request) => session(request, await openSessionProcess(request, entry)),
};

function session(request: RunnerRequest, process: SessionProcess): RunnerSession {
  const { phase, step, projectDir, packageDir, phaseDir, workDir, seed } = request;
  const reportFile = join(workDir, 'comparison.json');
  const legacyDir = folderOf(request.files[0] ?? join(packageDir, 'data', 'legacy'));
  const setup = { phase, step, projectDir, packageDir, legacyDir, phaseDir, workDir, reportFile, seed };
  return {
    list: async () => (await process.ask('list', setup)) as Listing,
    run: async (checks): Promise<StepExit> => {
      try {
        await process.ask(
          'run',
          checks.map((check) => check.id),
        );
        return { ...(await process.finish()), report: await readReconcileReport(request, reportFile) };
      } catch (error) {
        if (!(error instanceof SessionEnded)) throw error;
        return { ...error.exit, report: await readReconcileReport(request, reportFile) };
      }
    },
    close: async () => {
      await process.stop();
    },
  };
}

function folderOf(path: string): string {
  return path.endsWith('.csv') ? dirname(path) : path;
}

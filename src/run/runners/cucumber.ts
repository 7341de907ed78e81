import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PhaseName } from '../../model/observing/phase.ts';
import type { ToolReport } from '../../model/observing/record.ts';
import type { Listing, Runner, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { readCucumberMessages } from './cucumber/messages.ts';
import { openSessionProcess, SessionEnded, type SessionProcess } from './session-process.ts';
import type { StrayErrors } from './stray-errors.ts';

const entry = fileURLToPath(new URL(import.meta.url.replace(/cucumber(\.[jt]s)$/, 'cucumber/session$1')));

/** What the parent tells the session when it lists. */
export interface CucumberSetup {
  readonly phase: PhaseName;
  readonly step: string;
  /** Feature files, folders or globs. */
  readonly files: readonly string[];
  readonly projectDir: string;
  readonly packageDir: string;
  readonly tags: string | null;
  readonly messagesFile: string;
  readonly toolVersion: string;
}

/** Features in plain words, in a process that stays from listing to closing. */
export const cucumber: Runner = {
  tool: 'cucumber',
  open: async (request) => session(request, await openSessionProcess(request, entry)),
};

function session(request: RunnerRequest, process: SessionProcess): RunnerSession {
  const { phase, step, files, projectDir, packageDir, tags } = request;
  const messagesFile = join(request.workDir, 'cucumber.ndjson');
  const toolVersion = installedVersion();
  const setup: CucumberSetup = {
    phase,
    step,
    files,
    projectDir,
    packageDir,
    tags,
    messagesFile,
    toolVersion,
  };
  return {
    list: async () => (await process.ask('list', setup)) as Listing,
    run: async (checks): Promise<StepExit> => {
      const ids = checks.map((check) => check.id);
      let strays: StrayErrors = [];
      const exit = await process
        .ask('run', ids)
        .then((answer) => {
          strays = answer as StrayErrors;
          return process.finish();
        })
        .catch((error: unknown) => {
          if (error instanceof SessionEnded) return error.exit;
          throw error;
        });
      return { ...exit, report: withStrays(await readCucumberMessages(request, messagesFile), strays) };
    },
    close: async () => {
      await process.stop();
    },
  };
}

/** Cucumber does not write to its messages what happened while no step ran. */
function withStrays(report: ToolReport, strays: StrayErrors): ToolReport {
  return report.kind === 'read' ? { ...report, runErrors: [...report.runErrors, ...strays] } : report;
}

function installedVersion(): string {
  const { version } = createRequire(import.meta.url)('@cucumber/cucumber/package.json') as {
    readonly version: string;
  };
  return version;
}

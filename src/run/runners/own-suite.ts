import { isAbsolute, resolve } from 'node:path';
import { channelVariable, stepVariable } from '../../channel/message.ts';
import { findOnPath, isExecutable } from '../../hosts/find-on-path.ts';
import { ownSuiteTool } from '../../model/deciding/plan.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import type { ToolRecord } from '../../model/observing/record.ts';
import type { ToolExit, ToolProcess } from '../processes/supervise.ts';
import type { OwnSuite } from '../request.ts';
import type { Listing, Runner, RunnerRequest, RunnerSession, StepExit } from '../runner.ts';
import { declaredChecks } from './own-suite/declared-checks.ts';
import { type Matched, matchedResults } from './own-suite/matched-results.ts';
import { type KeptReport, readReports } from './own-suite/read-reports.ts';
import { type FileStamp, reportFiles, stampsOf } from './own-suite/report-files.ts';
import { recordsOf } from './own-suite/suite-records.ts';
import { suiteReport } from './own-suite/suite-report.ts';

/**
 * A team's own suite: a command that we did not write, and the report that it leaves. The command always runs whole; what it
 * prints is kept for the reader and believed by nobody.
 */
export function ownSuite(suite: OwnSuite): Runner {
  return {
    tool: ownSuiteTool,
    open: async (request) => {
      refuseMissingProgram(suite, request);
      return session(suite, request);
    },
  };
}

function session(suite: OwnSuite, request: RunnerRequest): RunnerSession {
  let tool: ToolProcess | null = null;
  return {
    list: async (): Promise<Listing> => ({
      checks: declaredChecks(suite),
      faults: [],
      toolVersion: suite.command.join(' '),
    }),
    run: async (checks): Promise<StepExit> => {
      const before = await stampsOf(reportFiles(request.projectDir, suite.report.path));
      const startedAtMs = Date.now();
      tool = startCommand(suite, request);
      const exit = await tool.exit;
      return tell({ suite, request, checks, before, startedAtMs, exit });
    },
    close: async () => {
      await tool?.stop();
    },
  };
}

/** It hears of the target and of the run, and has no way to the channel: a foreign program writes no records. */
function startCommand(suite: OwnSuite, request: RunnerRequest): ToolProcess {
  const [command = '', ...args] = suite.command;
  const hidden = new Set<string>([channelVariable, stepVariable]);
  const inherited = Object.entries(request.env).filter(([name]) => !hidden.has(name));
  return request.start({
    command,
    args,
    cwd: request.projectDir,
    env: {
      ...Object.fromEntries(inherited),
      TOLLGATE_RUN_ID: request.runId,
      TOLLGATE_SEED: String(request.seed),
    },
    deadlineMs: Math.min(suite.deadlineMs, request.deadlineMs),
  });
}

interface Ended {
  readonly suite: OwnSuite;
  readonly request: RunnerRequest;
  readonly checks: readonly PlannedCheck[];
  readonly before: ReadonlyMap<string, FileStamp>;
  readonly startedAtMs: number;
  readonly exit: ToolExit;
}

async function tell({ suite, request, checks, before, startedAtMs, exit }: Ended): Promise<StepExit> {
  const read = await readReports({ suite, request, before, startedAtMs });
  const all = matchedResults(suite, read.kept);
  const asked = new Set(checks.map(({ id }) => id));
  const matched =
    suite.expected.kind === 'count'
      ? all
      : { ...all, results: all.results.filter(({ check }) => asked.has(check.id)) };
  const records = matched.results.flatMap((result) => recordsOf(suite, result));
  const rest = filesBesides(records, { kept: read.kept, matched, checks });
  for (const record of [...records, ...rest]) await request.record(record);
  return { ...exit, report: await suiteReport({ suite, read, matched }, request.keep) };
}

/** Each file that no record names yet is tied to a check, so that whoever reads the journal finds all of them. */
function filesBesides(
  records: readonly ToolRecord[],
  { kept, matched, checks }: FilesOf,
): readonly ToolRecord[] {
  const told = new Set(records.flatMap((one) => (one.kind === 'evidence' ? [one.evidence.sha256] : [])));
  return kept.flatMap(({ evidence }): ToolRecord[] => {
    const result = matched.results.find((one) => one.evidence.sha256 === evidence.sha256);
    const checkId = result?.check.id ?? checks[0]?.id;
    if (checkId === undefined || told.has(evidence.sha256)) return [];
    return [{ kind: 'evidence', checkId, evidence }];
  });
}

interface FilesOf {
  readonly kept: readonly KeptReport[];
  readonly matched: Matched;
  readonly checks: readonly PlannedCheck[];
}

function refuseMissingProgram(suite: OwnSuite, { projectDir }: RunnerRequest): void {
  const [command = ''] = suite.command;
  const isPath = isAbsolute(command) || command.includes('/');
  const isThere = isPath ? isExecutable(resolve(projectDir, command)) : findOnPath(command) !== null;
  if (isThere) return;
  throw new HarnessFault({
    code: 'TOOL_MISSING',
    message: `Suite ${suite.name}: found no "${command}", expected ${isPath ? 'an executable file' : 'a program on PATH'}.`,
    hint: 'Install it, or mend the command under suites in tollgate.yaml.',
  });
}

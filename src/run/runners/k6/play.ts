import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlannedCheck } from '../../../model/observing/check.ts';
import type { ToolRecord, ToolReport } from '../../../model/observing/record.ts';
import type { ToolExit } from '../../processes/supervise.ts';
import type { RunnerRequest, StepExit } from '../../runner.ts';
import { thresholdId } from './listing.ts';
import { measurementsOf } from './measurements.ts';
import { loadOutcomes, outcomeFaults } from './outcomes.ts';
import { type ThresholdResult, thresholdResults } from './results.ts';
import { isFinished, type LoadSummary, readSummary } from './summary.ts';
import type { K6 } from './tool.ts';

const graceMs = 60_000;
const logShown = 4_096;
const logKept = 1024 * 1024;
const reportName = 'k6-summary.json';

/** What the seed step wrote down; requests carry its `runId`, which is another one for each time the phase was begun. */
const plannedLoad = z.object({ seconds: z.number().positive(), runId: z.string().optional() });

/** Plays the load once and records what its thresholds say, as far as k6's summary and its end can be believed. */
export async function playLoad(
  request: RunnerRequest,
  tool: K6,
  checks: readonly PlannedCheck[],
): Promise<StepExit> {
  const files = {
    load: join(request.phaseDir, `${request.step}.json`),
    summary: join(request.workDir, reportName),
    log: join(request.workDir, 'k6.log'),
  };
  const load = await readLoad(files.load);
  const loadId = loadIdOf(request.runId, load?.runId);
  for (const { id } of checks) await request.record({ kind: 'check-started', checkId: id });
  const exit = await tool.start(
    ['run', '-q', '--no-color', '--log-format', 'raw', '--log-output', `file=${files.log}`, tool.bundleFile],
    {
      env: {
        ...(load !== null && { TOLLGATE_LOAD: files.load }),
        TOLLGATE_SUMMARY: files.summary,
        TOLLGATE_RUN_ID: loadId,
      },
      deadlineMs:
        load === null ? request.deadlineMs : Math.min(request.deadlineMs, load.seconds * 1000 + graceMs),
    },
  ).exit;
  const log = (await readOrNull(files.log)) ?? '';
  const report = await witness({
    request,
    loadId,
    checks,
    exit,
    log,
    summary: await readOrNull(files.summary),
  });
  return { ...exit, report, output: `${exit.output}${log.slice(-logShown)}` };
}

interface Ended {
  readonly request: RunnerRequest;
  readonly loadId: string;
  readonly checks: readonly PlannedCheck[];
  readonly exit: ToolExit;
  readonly log: string;
  /** The text of the summary file, null when k6 wrote none. */
  readonly summary: string | null;
}

async function witness(ended: Ended): Promise<ToolReport> {
  const { request, exit } = ended;
  if (ended.summary === null) return { kind: 'missing', path: reportName };
  const reading = readSummary(ended.summary, ended.loadId);
  if (reading.kind === 'unreadable') return { ...reading, path: reportName };
  const { summary } = reading;
  const evidence = await request.keep({
    name: reportName,
    mediaType: 'application/json',
    bytes: Buffer.from(ended.summary),
  });
  const outcomes = loadOutcomes(summary, ended.log);
  await writeFile(
    join(request.phaseDir, `${request.step}-outcomes.json`),
    `${JSON.stringify(outcomes, null, 1)}\n`,
  );
  // With any other end the thresholds were not judged on the whole load: the checks stay without a result.
  const isJudged = exit.exitCode === 0 || exit.exitCode === 99;
  const results = isJudged ? resultsOf(ended, summary) : [];
  for (const record of results.flatMap(({ records }) => records)) await request.record(record);
  for (const { id } of results) await request.record({ kind: 'evidence', checkId: id, evidence });
  await keepLog(ended, results);
  return {
    kind: 'read',
    evidence,
    finished: isJudged && isFinished(summary),
    checks: results.map(({ id, status }) => ({ id, status })),
    runErrors: outcomeFaults(outcomes),
  };
}

interface CheckResult {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'broken';
  readonly records: readonly ToolRecord[];
}

/** In the order of the plan; a check whose threshold is not in the summary has no result. */
function resultsOf({ request, checks }: Ended, summary: LoadSummary): readonly CheckResult[] {
  const byId = new Map(thresholdResults(summary).map((result) => [thresholdId(result, request), result]));
  return checks.flatMap(({ id }) => {
    const result = byId.get(id);
    return result === undefined ? [] : [resultOf(id, result, summary)];
  });
}

const statuses = { kept: 'passed', missed: 'failed', 'not-offered': 'broken' } as const;
const causes = { kept: null, missed: 'product', 'not-offered': 'environment' } as const;

function resultOf(id: string, result: ThresholdResult, summary: LoadSummary): CheckResult {
  const status = statuses[result.judgement];
  const finished: ToolRecord = {
    kind: 'check-finished',
    checkId: id,
    status,
    cause: causes[result.judgement],
    durationMs: Math.round(summary.testRunDurationMs),
    error:
      result.judgement === 'kept' ? null : { type: 'ThresholdMissed', message: result.message, stack: '' },
  };
  return { id, status, records: [...measurementsOf(id, result, summary), finished] };
}

/** The log names the requests that were not fine: evidence of each check that they failed. */
async function keepLog({ request, log }: Ended, results: readonly CheckResult[]): Promise<void> {
  const failed = results.filter(({ status }) => status !== 'passed');
  if (log === '' || failed.length === 0) return;
  const bytes = Buffer.from(log).subarray(0, logKept);
  const evidence = await request.keep({ name: 'k6.log', mediaType: 'text/plain', bytes });
  for (const { id } of failed) await request.record({ kind: 'evidence', checkId: id, evidence });
}

/** Null when no earlier step left a load file: a profile of one's own may bring its load itself. */
/** The load of another run is not ours, whatever its file says: its summary will not fit. */
function loadIdOf(runId: string, said: string | undefined): string {
  return said?.startsWith(`${runId}-part-`) === true ? said : runId;
}

async function readLoad(loadFile: string): Promise<z.infer<typeof plannedLoad> | null> {
  const text = await readOrNull(loadFile);
  return text === null ? null : plannedLoad.parse(JSON.parse(text));
}

async function readOrNull(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

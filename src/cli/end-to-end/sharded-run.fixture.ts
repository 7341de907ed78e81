import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from '../../decide/judge.ts';
import {
  difference,
  failed,
  linesOf,
  passed,
  plannedCheck,
  smallPlan,
  smallPolicy,
} from '../../decide/small-run.fixture.ts';
import { keepEvidence } from '../../journal/evidence.ts';
import { writeMergedRun } from '../../journal/merged-run.ts';
import { journalPath, readRun, writePlan } from '../../journal/run-folder.ts';
import { createJournal } from '../../journal/write.ts';
import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { RunPlan } from '../../model/deciding/plan.ts';
import type { PlannedCheck } from '../../model/observing/check.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import type { EvidenceRef, JournalRecord } from '../../model/observing/record.ts';
import { mergedPlan } from '../../run/planning/merged-plan.ts';
import { shardedChecks } from '../../run/planning/shard-checks.ts';
import { type Decided, decideRun } from '../reporting/decided.ts';

/** For tests only: runs of invented results, whole and in shards, written as a run writes them. */
export type Outcome = 'passed' | 'failed' | 'overcharged' | 'unsettled' | 'left-over';

/** What becomes of each check, by its id; whoever is not named passes. */
export type Outcomes = ReadonlyMap<string, Outcome>;

const phases: RunPlan['phases'] = phaseNames.map((name) => ({
  name,
  steps: [
    { name: 'suites', tool: name === 'performance' ? 'k6' : 'vitest' },
    { name: 'own', tool: 'command' },
  ],
  fault: null,
}));

const policy: RunPlan['policy']['document'] = {
  ...smallPolicy,
  gates: [
    ...smallPolicy.gates,
    {
      id: 'offered',
      gate: 'load-offered',
      title: 'Offered',
      limit: { secondsMin: 1, doneMin: { 'usage.ingest': 1 } },
    },
  ],
};

export function wholePlan(checks: readonly PlannedCheck[], over: Partial<RunPlan> = {}): RunPlan {
  return smallPlan({ phases, checks, policy: { document: policy, digest: 'sha256:0' }, ...over });
}

/** So many checks in each phase, the last of them in a command. */
export function someChecks(count: number): readonly PlannedCheck[] {
  return phaseNames.flatMap((phase) =>
    Array.from({ length: count }, (_, index) =>
      plannedCheck(`${phase}-${index}`, { phase, step: index === count - 1 ? 'own' : 'suites' }),
    ),
  );
}

export function shardPlan(whole: RunPlan, index: number, total: number): RunPlan {
  const shard = { index, total };
  return {
    ...whole,
    runId: `run-${index}`,
    createdAt: `2026-11-22T10:0${index % 10}:00.000Z`,
    command: `npx tollgate run --shard ${index}/${total}`,
    scope: { ...whole.scope, shard },
    target: { ...whole.target, url: `http://127.0.0.1:${4000 + index}` },
    checks: shardedChecks(whole.checks, whole.phases, shard),
  };
}

/** Everything that a run of this plan records, in order. Ids of intents are counted anew by each machine. */
export function recordsOf(
  plan: RunPlan,
  outcomes: Outcomes,
  { planDigest, evidence }: { readonly planDigest: string; readonly evidence: EvidenceRef },
): readonly JournalRecord[] {
  const toRun = plan.checks.filter(({ disposition }) => disposition.kind === 'run');
  let intents = 0;
  const nextIntent = () => {
    intents += 1;
    return `i${intents}`;
  };
  const steps = plan.phases.flatMap((phase) =>
    phase.steps.flatMap((step) => {
      const mine = toRun.filter((check) => check.phase === phase.name && check.step === step.name);
      return mine.length === 0 ? [] : stepRecords({ step, mine, outcomes, evidence, nextIntent });
    }),
  );
  const leftovers = toRun.filter(({ id }) => outcomes.get(id) === 'left-over').map(({ id }) => id);
  return [
    { kind: 'run-started', runId: plan.runId, planDigest },
    { kind: 'probe', when: 'before the phases', result: 'answers', detail: 'there' },
    { kind: 'canary', result: 'discriminates', detail: 'ok' },
    ...steps,
    { kind: 'cleanup', leftovers, detail: 'ok' },
    { kind: 'run-finished', reason: 'completed' },
  ];
}

interface StepCase {
  readonly step: RunPlan['phases'][number]['steps'][number];
  readonly mine: readonly PlannedCheck[];
  readonly outcomes: Outcomes;
  readonly evidence: EvidenceRef;
  nextIntent(): string;
}

function stepRecords({ step, mine, outcomes, evidence, nextIntent }: StepCase): readonly JournalRecord[] {
  const [{ phase } = plannedCheck('')] = mine;
  const isRed = ({ id }: PlannedCheck) => ['failed', 'overcharged'].includes(outcomes.get(id) ?? '');
  const failedCode = step.tool === 'k6' ? 99 : 1;
  return [
    { kind: 'phase-started', phase },
    {
      kind: 'step-started',
      phase,
      step: step.name,
      tool: step.tool,
      toolVersion: '1',
      checks: mine.map(({ id }) => id),
    },
    ...mine.flatMap((check) => checkRecords(check, outcomes.get(check.id) ?? 'passed', nextIntent())),
    {
      kind: 'step-finished',
      phase,
      step: step.name,
      exitCode: mine.some(isRed) ? failedCode : 0,
      signal: null,
      timedOut: false,
      report: {
        kind: 'read',
        evidence,
        finished: true,
        checks: mine.map((check) => ({ id: check.id, status: isRed(check) ? 'failed' : 'passed' })),
        runErrors: [],
      },
      output: '',
    },
    { kind: 'phase-finished', phase },
  ];
}

function checkRecords({ id, phase }: PlannedCheck, outcome: Outcome, intentId: string): JournalRecord[] {
  const write = { operation: 'pay', request: 'POST /payments', idempotencyKey: 'k' };
  const done: JournalRecord = { kind: 'outcome', intentId, outcome: 'done', detail: '' };
  const isRed = outcome === 'failed' || outcome === 'overcharged';
  return [
    { kind: 'intent', intentId, checkId: id, ...write },
    ...(outcome === 'unsettled' ? [] : [done]),
    ...(phase === 'performance' ? ['load.seconds', 'usage.ingest.done'].map((name) => five(id, name)) : []),
    ...(outcome === 'overcharged' ? [difference(id)] : []),
    isRed ? failed(id) : passed(id),
  ];
}

function five(checkId: string, name: string): JournalRecord {
  return { kind: 'measurement', checkId, name, value: '5', unit: '' };
}

const folders: string[] = [];

export async function newReportsDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'shards-'));
  folders.push(dir);
  return dir;
}

export async function removeReportsDirs(): Promise<void> {
  for (const dir of folders.splice(0)) await rm(dir, { recursive: true, force: true });
}

/** Writes the folder of a run as far as `change` leaves its records. */
export async function writeRun(
  reportsDir: string,
  plan: RunPlan,
  { outcomes = new Map(), change = (records) => records }: WrittenRun = {},
): Promise<string> {
  const dir = join(reportsDir, plan.runId);
  await mkdir(dir, { recursive: true });
  const bytes = Buffer.from(`the report of ${plan.runId}`);
  const evidence = await keepEvidence(dir, { name: 'report', mediaType: 'text/plain', bytes });
  const planDigest = await writePlan(dir, plan);
  let atMs = Date.parse(plan.createdAt);
  const journal = await createJournal(journalPath(dir), () => {
    atMs += 1000;
    return atMs;
  });
  const records = change(recordsOf(plan, outcomes, { planDigest, evidence }));
  await Promise.all(records.map((record) => journal.append(record)));
  await journal.close();
  return dir;
}

export interface WrittenRun {
  readonly outcomes?: Outcomes;
  readonly change?: (records: readonly JournalRecord[]) => readonly JournalRecord[];
}

/** The whole run, judged without having been divided. */
export function judgedWhole(plan: RunPlan, outcomes: Outcomes): DecidedRun {
  const evidence = { sha256: '', bytes: 0, name: '', mediaType: '' };
  const lines = linesOf(recordsOf(plan, outcomes, { planDigest: '', evidence }));
  return judge({ plan, planDigest: '', lines, journalHead: '', policy: plan.policy, asOf: null });
}

/** As `tollgate merge` does it, with these folders. */
export async function mergeFolders(reportsDir: string, dirs: readonly string[]): Promise<Decided> {
  const shards = await Promise.all(dirs.map((dir) => readRun(dir)));
  const given = shards.map(({ plan, planDigest, journal }) => ({
    plan,
    planDigest,
    journalHead: journal.head,
  }));
  const plan = mergedPlan(given, { runId: 'merged', command: 'npx tollgate merge' });
  const byIndex = [...shards].sort(
    (a, b) => (a.plan.scope.shard?.index ?? 0) - (b.plan.scope.shard?.index ?? 0),
  );
  return decideRun(await writeMergedRun({ reportsDir, plan, shards: byIndex, atMs: 0 }));
}

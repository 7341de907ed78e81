import { instantFromMs } from '../model/date.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { Policy } from '../model/deciding/policy.ts';
import type { PlannedCheck } from '../model/observing/check.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import type { JournalLine, JournalRecord, ToolReport } from '../model/observing/record.ts';

/** A small run for the judge's own tests: two phases, each with one step and a few checks, all passed. */
export const smallPolicy: Policy = {
  name: 'small',
  title: 'Small',
  leavesOut: ['everything else'],
  gates: [
    { id: 'unit', gate: 'phase-passes', title: 'Unit', limit: { phase: 'unit', passedMin: 2 } },
    { id: 'load', gate: 'phase-passes', title: 'Load', limit: { phase: 'performance', passedMin: 1 } },
    { id: 'over', gate: 'wrong-money', title: 'Over', limit: { direction: 'overcharged', comparedMin: 2 } },
    {
      id: 'under',
      gate: 'wrong-money',
      title: 'Under',
      limit: { direction: 'undercharged', comparedMin: 2 },
    },
    { id: 'canary', gate: 'canary-discriminates', title: 'Canary', limit: {} },
    { id: 'writes', gate: 'writes-settled', title: 'Writes', limit: {} },
  ],
};

export function plannedCheck(id: string, over: Partial<PlannedCheck> = {}): PlannedCheck {
  return {
    id,
    phase: 'unit',
    step: 'suites',
    file: 'src/suites/unit/x.suite',
    line: 1,
    titlePath: ['group', `check ${id}`],
    topic: 'rating',
    tags: [],
    needs: [],
    disposition: { kind: 'run' },
    ...over,
  };
}

export const smallChecks: readonly PlannedCheck[] = [
  plannedCheck('unit-1'),
  plannedCheck('unit-2'),
  plannedCheck('performance-1', { phase: 'performance', step: 'load', topic: 'load' }),
];

export function smallPlan(over: Partial<RunPlan> = {}): RunPlan {
  return {
    schema: 'tollgate/plan/1',
    runId: 'run-1',
    createdAt: '2026-11-22T10:00:00.000Z',
    tollgateVersion: '0.1.0',
    seed: 1,
    command: 'npx tollgate run',
    scope: { phases: [], tags: null, checks: [], failedOf: null },
    target: {
      name: 'small',
      driver: 'small',
      url: 'http://127.0.0.1:1',
      describedName: 'Small',
      version: '1',
      environment: 'test',
      capabilities: {},
      profile: null,
      digests: { build: null, configuration: null, priceBook: null, dataCut: null },
    },
    interfaces: [],
    release: {
      name: 'R1',
      candidate: 'RC1',
      environment: 'test',
      wave: null,
      cycle: null,
      digests: { build: null, configuration: null, priceBook: null, dataCut: null },
    },
    requiredCapabilities: [],
    policy: { document: smallPolicy, digest: 'sha256:0' },
    phases: [
      { name: 'unit', steps: [{ name: 'suites', tool: 'vitest' }], fault: null },
      { name: 'performance', steps: [{ name: 'load', tool: 'k6' }], fault: null },
    ],
    checks: smallChecks,
    digests: {},
    ...over,
  };
}

export function passed(checkId: string): JournalRecord {
  return { kind: 'check-finished', checkId, status: 'passed', cause: null, durationMs: 1, error: null };
}

export function failed(checkId: string): JournalRecord {
  const error = { type: 'ExpectationFailed', message: 'wrong', stack: '' };
  return { kind: 'check-finished', checkId, status: 'failed', cause: 'product', durationMs: 1, error };
}

export function difference(checkId: string, over: Partial<MoneyDifference> = {}): JournalRecord {
  return {
    kind: 'difference',
    checkId,
    difference: {
      measure: 'invoice total',
      currency: 'EUR',
      expected: '10.00',
      actual: '12.50',
      nature: 'charge',
      customer: 'Acme',
      invoice: 'INV-1',
      explanation: 'The change day was billed twice.',
      ...over,
    },
  };
}

export function report(checks: readonly (readonly [string, 'passed' | 'failed'])[]): ToolReport {
  const evidence = { sha256: 'ab', bytes: 1, name: 'report', mediaType: 'application/json' };
  return {
    kind: 'read',
    evidence,
    finished: true,
    checks: checks.map(([id, status]) => ({ id, status })),
    runErrors: [],
  };
}

type StepFinished = Extract<JournalRecord, { kind: 'step-finished' }>;

export function stepFinished(over: Partial<StepFinished> = {}): JournalRecord {
  return {
    kind: 'step-finished',
    phase: 'unit',
    step: 'suites',
    exitCode: 0,
    signal: null,
    timedOut: false,
    report: report([
      ['unit-1', 'passed'],
      ['unit-2', 'passed'],
    ]),
    output: '',
    ...over,
  };
}

/** Everything that a clean small run records, in order. */
export const cleanRecords: readonly JournalRecord[] = [
  { kind: 'run-started', runId: 'run-1', planDigest: 'digest' },
  { kind: 'canary', result: 'discriminates', detail: 'ok' },
  { kind: 'phase-started', phase: 'unit' },
  { kind: 'step-started', phase: 'unit', step: 'suites', tool: 'vitest', toolVersion: '5' },
  {
    kind: 'intent',
    intentId: 'i1',
    checkId: 'unit-1',
    operation: 'pay',
    request: 'POST /payments',
    idempotencyKey: 'k',
  },
  { kind: 'outcome', intentId: 'i1', outcome: 'done', detail: '' },
  passed('unit-1'),
  passed('unit-2'),
  stepFinished(),
  { kind: 'phase-finished', phase: 'unit' },
  { kind: 'phase-started', phase: 'performance' },
  { kind: 'step-started', phase: 'performance', step: 'load', tool: 'k6', toolVersion: '2' },
  passed('performance-1'),
  stepFinished({ phase: 'performance', step: 'load', report: report([['performance-1', 'passed']]) }),
  { kind: 'phase-finished', phase: 'performance' },
  { kind: 'cleanup', leftovers: [], detail: 'ok' },
  { kind: 'run-finished', reason: 'completed' },
];

export function linesOf(records: readonly JournalRecord[]): JournalLine[] {
  const start = Date.parse('2026-11-22T10:00:00Z');
  return records.map((record, seq) => ({
    seq,
    at: instantFromMs(start + seq * 1000),
    prev: '',
    bytes: 0,
    record,
    hash: '',
  }));
}

import { createHash } from 'node:crypto';
import type { DecidedCheck, DecidedRun } from '../model/deciding/decided-run.ts';
import type { GateResult, PhaseSummary, VerdictDocument, VerdictWord } from '../model/deciding/verdict.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';
import { type PhaseName, phaseNames } from '../model/observing/phase.ts';
import type { EvidenceRef } from '../model/observing/record.ts';
import type { ReportInput } from './exporter.ts';

/** The parts that the fixed runs are made of. Test support. */
export interface CheckShape {
  readonly name: string;
  readonly phase: PhaseName;
  readonly status?: DecidedCheck['status'];
  readonly cause?: DecidedCheck['cause'];
  readonly reason?: string;
  readonly error?: DecidedCheck['error'];
  readonly differences?: readonly MoneyDifference[];
  readonly evidence?: readonly EvidenceRef[];
}

export function check(shape: CheckShape): DecidedCheck {
  const { name, phase, status = 'passed', reason = '' } = shape;
  return {
    check: {
      id: `${phase}-${digest(name).slice(0, 10)}`,
      phase,
      step: 'suites',
      file: `features/${phase}/bills.feature`,
      line: 12,
      titlePath: ['Change of plan', name],
      topic: 'proration',
      tags: ['@core'],
      needs: ['time-travel'],
      disposition: status === 'excluded' ? { kind: 'excluded', by: 'option', reason } : { kind: 'run' },
    },
    status,
    cause: shape.cause ?? (status === 'failed' ? 'product' : null),
    durationMs: status === 'not-run' || status === 'excluded' ? 0 : 1234,
    error: shape.error ?? null,
    reason,
    differences: shape.differences ?? [],
    evidence: shape.evidence ?? [],
    measurements: status === 'passed' ? [{ name: 'bills compared', value: '12', unit: 'bills' }] : [],
  };
}

export function difference(given: Partial<MoneyDifference>): MoneyDifference {
  return {
    measure: 'invoice total',
    currency: 'EUR',
    expected: '10.00',
    actual: '10.00',
    nature: 'charge',
    customer: 'Anna',
    invoice: 'INV-7',
    explanation: '',
    ...given,
  };
}

export function ref(name: string, mediaType: string, text: string): EvidenceRef {
  return { sha256: digest(text), bytes: Buffer.byteLength(text), name, mediaType };
}

export function gate(id: string, result: GateResult['result'], evidence: readonly string[] = []): GateResult {
  return {
    id,
    title: `Gate of ${id.replaceAll('-', ' ')}`,
    result,
    observed: '1 customer, EUR 1,000.01',
    limit: 'at most EUR 0.00',
    reason: result === 'met' ? 'Nothing was found.' : 'More was found than the policy allows.',
    evidence,
  };
}

export interface RunShape {
  readonly word: VerdictWord;
  readonly checks: readonly DecidedCheck[];
  readonly gates: readonly GateResult[];
  readonly faults?: readonly string[];
}

export function decided(shape: RunShape): DecidedRun {
  return {
    verdict: verdict(shape),
    checks: shape.checks,
    steps: [
      {
        phase: 'unit',
        name: 'suites',
        tool: 'vitest',
        toolVersion: '5.1.1',
        exit: 'exit code 0',
        durationMs: 2100,
        output: 'Test Files 1 passed',
      },
    ],
    defects: [],
    unknownOutcomes: [],
    leftovers: [],
  };
}

export function input(run: DecidedRun, texts: Readonly<Record<string, string>>): ReportInput {
  const stored = new Map(Object.values(texts).map((text) => [digest(text), Buffer.from(text)]));
  return { run, evidence: (sha256) => stored.get(sha256) ?? null };
}

function verdict(shape: RunShape): VerdictDocument {
  const isNoGo = shape.word === 'NO-GO';
  const culprits = shape.checks.filter(({ status }) => status === 'failed').map((one) => one.check.id);
  return {
    schema: 'tollgate/verdict/1',
    runId: '20261122-054210-7f3a',
    verdict: shape.word,
    scope: {
      phases: [],
      tags: null,
      checks: [],
      failedOf: null,
      narrowed: false,
      result: shape.word === 'GO' ? 'clean' : 'failed',
    },
    exitCode: { GO: 0, 'NO-GO': 1, INCOMPLETE: 2, 'CONDITIONAL GO': 3 }[shape.word],
    startedAt: '2026-11-22T05:42:10.000Z',
    finishedAt: '2026-11-22T05:42:24.200Z',
    asOf: '2026-11-22T05:42:24.200Z',
    seed: 42,
    command: 'tollgate run',
    policy: {
      name: 'rehearsal',
      digest: digest('policy'),
      leavesOut: ['Whole bill run on production data', 'Signatures of finance and operations'],
    },
    target: { name: 'sandbox', version: '0.1.0', environment: 'local' },
    release: {
      name: 'R42 Billing 8',
      candidate: 'RC3',
      environment: 'local',
      wave: null,
      cycle: null,
      digests: { build: digest('build'), configuration: null, priceBook: null, dataCut: null },
    },
    interfaces: [
      { name: 'tax engine', provenance: 'simulated' },
      { name: 'general ledger', provenance: 'real' },
    ],
    phases: phaseNames.map((name) => phase(name, shape)),
    gates: shape.gates,
    reasons: shape.gates
      .filter((one) => one.result !== 'met')
      .map((one) => ({ gate: one.id, text: one.reason, checks: one.evidence })),
    money: isNoGo
      ? [
          {
            currency: 'EUR',
            direction: 'overcharged',
            amount: '0.01',
            customers: 1,
            invoices: 1,
            checks: culprits,
          },
          {
            currency: 'EUR',
            direction: 'undercharged',
            amount: '1000',
            customers: 1,
            invoices: 1,
            checks: culprits,
          },
          {
            currency: 'JPY',
            direction: 'overcharged',
            amount: '100',
            customers: 1,
            invoices: 1,
            checks: culprits,
          },
        ]
      : [],
    notTested: ['Wave 2', 'The close of a quarter'],
    conditions: ['The run was cut and taken up again once.'],
    planDigest: digest('plan'),
    journalHead: digest('journal'),
    tollgateVersion: '0.1.0',
  };
}

function phase(name: PhaseName, shape: RunShape): PhaseSummary {
  const own = shape.checks.filter((one) => one.check.phase === name && one.status !== 'excluded');
  const count = (status: DecidedCheck['status']) => own.filter((one) => one.status === status).length;
  const faults = name === 'integration' ? (shape.faults ?? []) : [];
  const ran = faults.length > 0 ? 'incomplete' : 'complete';
  return {
    name,
    state: own.length === 0 ? 'not-in-scope' : ran,
    planned: own.length,
    passed: count('passed'),
    failed: count('failed'),
    broken: count('broken'),
    notRun: count('not-run'),
    durationMs: own.reduce((sum, one) => sum + one.durationMs, 0),
    faults,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

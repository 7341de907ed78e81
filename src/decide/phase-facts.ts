import type { DecidedCheck, DecidedStatus } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { PhaseSummary } from '../model/deciding/verdict.ts';
import { type PlannedCheck, shortTitle } from '../model/observing/check.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { type CheckTestimony, hearStep, type StepTestimony } from './witnesses.ts';

export interface PhaseFacts {
  readonly summary: PhaseSummary;
  readonly results: ReadonlyMap<string, CheckTestimony>;
}

/** One phase: what was planned, what is proven, and what keeps it from being complete. */
export function phaseFacts(
  plan: RunPlan,
  phase: RunPlan['phases'][number],
  lines: readonly JournalLine[],
): PhaseFacts {
  const checks = plan.checks.filter((check) => check.phase === phase.name && !isLeftOutByOption(check));
  const toRun = checks.filter((check) => check.disposition.kind === 'run');
  const heard = phase.steps
    .map((step) => ({ step, planned: toRun.filter((check) => check.step === step.name) }))
    .filter(({ planned }) => planned.length > 0)
    .map(({ step, planned }) =>
      hearStep({ phase: phase.name, step: step.name, tool: step.tool, planned, lines }),
    );
  const results = new Map(heard.flatMap((testimony) => [...testimony.results]));
  const inScope = isInScope(plan, phase.name, toRun.length);
  const faults = inScope ? phaseFaults({ phase, toRun, heard, results }) : [];
  return {
    summary: summaryOf({
      phase,
      checks,
      results,
      faults,
      inScope,
      durationMs: durationOf(phase.name, lines),
    }),
    results,
  };
}

function isLeftOutByOption(check: PlannedCheck): boolean {
  return check.disposition.kind === 'excluded' && check.disposition.by === 'option';
}

/** Narrowed to checks or tags, a phase without any of them was not asked for; narrowed to phases, only those were. */
function isInScope(plan: RunPlan, phase: PlannedCheck['phase'], toRun: number): boolean {
  const { phases, checks, failedOf, tags } = plan.scope;
  if (phases.length > 0 && !phases.includes(phase)) return false;
  return toRun > 0 || (checks.length === 0 && failedOf === null && tags === null);
}

interface FaultCase {
  readonly phase: RunPlan['phases'][number];
  readonly toRun: readonly PlannedCheck[];
  readonly heard: readonly StepTestimony[];
  readonly results: ReadonlyMap<string, CheckTestimony>;
}

function phaseFaults({ phase, toRun, heard, results }: FaultCase): string[] {
  const listing =
    phase.fault === null ? [] : [`${phase.name}: ${phase.fault.message} ${phase.fault.hint}`.trim()];
  const empty =
    toRun.length === 0 && phase.fault === null ? [`${phase.name}: no check to run; nothing was proven.`] : [];
  return [
    ...listing,
    ...empty,
    ...heard.flatMap((testimony) => testimony.faults),
    ...brokenFaults(phase.name, toRun, results),
  ];
}

/** One sentence per cause: a hundred checks that miss one file are one thing to mend. */
function brokenFaults(
  phase: string,
  toRun: readonly PlannedCheck[],
  results: FaultCase['results'],
): string[] {
  const broken = toRun.filter((check) => results.get(check.id)?.status === 'broken');
  const groups = Map.groupBy(broken, (check) => firstLine(results.get(check.id)?.error?.message));
  return [...groups].map(([message, checks]) => {
    const [which] = checks.map((check) => `${check.id} (${shortTitle(check)})`);
    const what = checks.length === 1 ? which : `${checks.length} checks, ${which} among them,`;
    return `${phase}: ${what} could not be judged: ${message}`;
  });
}

function firstLine(text: string | undefined): string {
  return (text ?? 'no error was recorded').split('\n')[0] ?? '';
}

interface SummaryParts {
  readonly phase: RunPlan['phases'][number];
  readonly checks: readonly PlannedCheck[];
  readonly results: ReadonlyMap<string, CheckTestimony>;
  readonly faults: readonly string[];
  readonly inScope: boolean;
  readonly durationMs: number;
}

function summaryOf({ phase, checks, results, faults, inScope, durationMs }: SummaryParts): PhaseSummary {
  const count = (status: CheckTestimony['status']) =>
    checks.filter((check) => results.get(check.id)?.status === status).length;
  const [passed, failed, broken] = [count('passed'), count('failed'), count('broken')];
  const state = stateOf(inScope, faults.length === 0);
  return {
    name: phase.name,
    state,
    planned: checks.length,
    passed,
    failed,
    broken,
    notRun: checks.length - passed - failed - broken,
    durationMs,
    faults,
  };
}

function stateOf(inScope: boolean, isComplete: boolean): PhaseSummary['state'] {
  if (!inScope) return 'not-in-scope';
  return isComplete ? 'complete' : 'incomplete';
}

/** By the journal's own times; zero when the phase did not begin or did not end. */
function durationOf(phase: PlannedCheck['phase'], lines: readonly JournalLine[]): number {
  const at = (kind: 'phase-started' | 'phase-finished') =>
    lines.find(({ record }) => record.kind === kind && record.phase === phase)?.at;
  const [from, to] = [at('phase-started'), at('phase-finished')];
  return from === undefined || to === undefined ? 0 : Date.parse(to) - Date.parse(from);
}

/** Each check with everything that was recorded about it. */
export function decidedChecks(
  plan: RunPlan,
  facts: readonly PhaseFacts[],
  lines: readonly JournalLine[],
): DecidedCheck[] {
  const results = new Map(facts.flatMap((phase) => [...phase.results]));
  const records = lines.map((line) => line.record);
  const differences = Map.groupBy(
    records.filter((record) => record.kind === 'difference'),
    (record) => record.checkId,
  );
  const evidence = Map.groupBy(
    records.filter((record) => record.kind === 'evidence'),
    (record) => record.checkId,
  );
  const measurements = Map.groupBy(
    records.filter((record) => record.kind === 'measurement'),
    (record) => record.checkId,
  );
  return plan.checks.map((check) => {
    const result = results.get(check.id);
    return {
      check,
      status: statusOf(check, result),
      cause: result?.cause ?? null,
      durationMs: result?.durationMs ?? 0,
      error: result?.error ?? null,
      reason: reasonOf(check, result),
      differences: (differences.get(check.id) ?? []).map((record) => record.difference),
      evidence: (evidence.get(check.id) ?? []).map((record) => record.evidence),
      measurements: (measurements.get(check.id) ?? []).map(({ name, value, unit }) => ({
        name,
        value,
        unit,
      })),
    };
  });
}

function statusOf(check: PlannedCheck, result: CheckTestimony | undefined): DecidedStatus {
  if (check.disposition.kind === 'excluded') return 'excluded';
  return result?.status ?? 'not-run';
}

function reasonOf(check: PlannedCheck, result: CheckTestimony | undefined): string {
  if (check.disposition.kind === 'excluded')
    return `excluded by ${check.disposition.by}: ${check.disposition.reason}`;
  return result === undefined ? 'planned, but without a result' : '';
}

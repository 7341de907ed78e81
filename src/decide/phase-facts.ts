import type { RunPlan } from '../model/deciding/plan.ts';
import type { PhaseSummary } from '../model/deciding/verdict.ts';
import { type PlannedCheck, shortTitle } from '../model/observing/check.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { type StepAttempt, stepAttempts } from './attempts.ts';
import type { FoundFault } from './found-checks.ts';
import { type Probe, probesIn } from './probes.ts';
import type { RunPart } from './run-parts.ts';
import type { CheckTestimony } from './testimony.ts';
import { hearStep, type StepTestimony } from './witnesses.ts';

export interface PhaseFacts {
  readonly summary: PhaseSummary;
  readonly results: ReadonlyMap<string, CheckTestimony>;
}

/** What the journal tells, read once for all phases. */
export interface Told {
  readonly lines: readonly JournalLine[];
  readonly attempts: readonly StepAttempt[];
  /** Of each part of the run: a machine's probes speak of its own checks. */
  readonly probes: readonly (readonly Probe[])[];
  /** Checks that found a wrong amount. */
  readonly wrongMoney: ReadonlySet<string>;
  /** Checks of suites that were planned by number and do not fit. */
  readonly found: readonly FoundFault[];
}

export function toldBy(lines: readonly JournalLine[], parts: readonly RunPart[]): Omit<Told, 'found'> {
  const wrong = lines.flatMap(({ record }) => (record.kind === 'difference' ? [record.checkId] : []));
  const probes = parts.map((part) => probesIn(part.lines));
  return { lines, attempts: stepAttempts(parts), probes, wrongMoney: new Set(wrong) };
}

/** One phase: what was planned, what is proven, and what keeps it from being complete. */
export function phaseFacts(plan: RunPlan, phase: RunPlan['phases'][number], told: Told): PhaseFacts {
  const checks = plan.checks.filter((check) => check.phase === phase.name && !isLeftOutByOption(check));
  const toRun = checks.filter((check) => check.disposition.kind === 'run');
  const heard = phase.steps
    .map((step) => ({ step, planned: toRun.filter((check) => check.step === step.name) }))
    .filter(({ planned }) => planned.length > 0)
    .map(({ step, planned }) =>
      hearStep({
        phase: phase.name,
        step: step.name,
        tool: step.tool,
        planned,
        attempts: told.attempts,
        probes: told.probes,
        wrongMoney: told.wrongMoney,
      }),
    );
  const results = new Map(heard.flatMap((testimony) => [...testimony.results]));
  const inScope = isInScope(plan, phase, toRun.length);
  const unfit = told.found.filter((fault) => fault.phase === phase.name);
  const faults = [
    ...unfit.map(({ step, message }) => `${phase.name}, step ${step}: ${message}`),
    ...(inScope ? phaseFaults({ phase, toRun, heard, results }) : []),
  ];
  return {
    summary: summaryOf({
      phase,
      checks,
      results,
      faults,
      inScope,
      durationMs: durationOf(phase.name, told.lines),
    }),
    results,
  };
}

function isLeftOutByOption(check: PlannedCheck): boolean {
  return check.disposition.kind === 'excluded' && check.disposition.by === 'option';
}

/**
 * Narrowed to checks or tags, a phase without any of them was not asked for; narrowed to phases, only those were. A phase of
 * which a shard has nothing is for the others. But when a phase could not be listed, nobody knows what of it was asked for.
 */
function isInScope(plan: RunPlan, phase: RunPlan['phases'][number], toRun: number): boolean {
  const { phases, checks, failedOf, tags, shard = null } = plan.scope;
  if (phases.length > 0 && !phases.includes(phase.name)) return false;
  if (toRun > 0) return true;
  if (checks.length > 0 || failedOf !== null) return false;
  return phase.fault !== null || (tags === null && shard === null);
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

/** The whole of it stands with the check. */
const shownMax = 500;

function firstLine(text: string | undefined): string {
  const line = (text ?? 'no error was recorded').split('\n')[0] ?? '';
  return line.length <= shownMax ? line : `${line.slice(0, shownMax)}…`;
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

/** By the journal's own times, over all times it was begun and came to its end. */
function durationOf(phase: PlannedCheck['phase'], lines: readonly JournalLine[]): number {
  let [durationMs, startedAtMs] = [0, Number.NaN];
  for (const { at, record } of lines) {
    if (record.kind === 'phase-started' && record.phase === phase) startedAtMs = Date.parse(at);
    if (record.kind !== 'phase-finished' || record.phase !== phase) continue;
    durationMs += Number.isNaN(startedAtMs) ? 0 : Date.parse(at) - startedAtMs;
    startedAtMs = Number.NaN;
  }
  return durationMs;
}

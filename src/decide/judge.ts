import type { DecidedCheck, DecidedRun, DecidedStep } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { Policy } from '../model/deciding/policy.ts';
import type { GateResult, PhaseSummary, VerdictDocument, VerdictWord } from '../model/deciding/verdict.ts';
import type { JournalLine } from '../model/observing/record.ts';
import type { Facts } from './facts.ts';
import { gatesByName } from './gates/index.ts';
import { moneyAtStake } from './money-at-stake.ts';
import { notTested } from './not-tested.ts';
import { decidedChecks, phaseFacts } from './phase-facts.ts';
import { reasonsOf } from './reasons.ts';

export interface JudgeRequest {
  readonly plan: RunPlan;
  readonly planDigest: string;
  readonly lines: readonly JournalLine[];
  readonly journalHead: string;
  /** The plan's own, or another that somebody asks about. */
  readonly policy: { readonly document: Policy; readonly digest: string };
  /** ISO instant; null means the end of the run. */
  readonly asOf: string | null;
}

/** The verdict by subtraction: planned minus proven. A pure function; the same inputs give the same bytes anywhere. */
export function judge(request: JudgeRequest): DecidedRun {
  const { plan, lines } = request;
  const phases = plan.phases.map((phase) => phaseFacts(plan, phase, lines));
  const checks = decidedChecks(plan, phases, lines);
  const summaries = phases.map((phase) => phase.summary);
  const records = lines.map((line) => line.record);
  const facts: Facts = { plan, phases: summaries, checks, money: moneyAtStake(checks), records };
  const gates = request.policy.document.gates.map((gate) => judgeGate(facts, gate));
  const runFaults = [...runFaultsOf(lines), ...scopeFaults(plan, summaries)];
  return {
    verdict: verdictDocument({ request, facts, gates, runFaults }),
    checks,
    steps: decidedSteps(plan, lines),
    defects: records.filter((record) => record.kind === 'defect').map((record) => record.name),
    unknownOutcomes: unknownOutcomes(facts),
    leftovers: records.find((record) => record.kind === 'cleanup')?.leftovers ?? [],
  };
}

function judgeGate(facts: Facts, policyGate: Policy['gates'][number]): GateResult {
  const { id, title } = policyGate;
  const criterion = gatesByName.get(policyGate.gate);
  if (criterion === undefined) {
    return {
      id,
      title,
      result: 'unproven',
      observed: 'nothing',
      limit: '',
      reason: `This version knows no criterion "${policyGate.gate}".`,
      evidence: [],
    };
  }
  return { id, title, ...criterion.judge(facts, policyGate.limit) };
}

function canaryDetail(lines: readonly JournalLine[]): string {
  const canary = lines.map((line) => line.record).find((record) => record.kind === 'canary');
  return canary?.detail ?? 'Why, was not recorded.';
}

/** What is wrong with the run as a whole, whatever its phases say. */
function runFaultsOf(lines: readonly JournalLine[]): string[] {
  const end = lines.map((line) => line.record).find((record) => record.kind === 'run-finished');
  if (end === undefined) return ['The run did not come to its end; nothing after its last record is known.'];
  switch (end.reason) {
    case 'completed':
      return [];
    case 'interrupted':
      return ['The run was interrupted before its end.'];
    case 'canary':
      return [`The run was ended at the canary. ${canaryDetail(lines)}`];
    case 'guard':
      return ['The run was ended by the production guard.'];
  }
}

/** Options that select nothing, or less than they name, would otherwise look like a run in which nothing failed. */
function scopeFaults(plan: RunPlan, phases: readonly PhaseSummary[]): string[] {
  const isEmpty = isNarrowed(plan) && phases.every((phase) => phase.state === 'not-in-scope');
  if (isEmpty) return [`No check matches the options (${plan.command}); nothing was run.`];
  const listed = new Set(plan.checks.map(({ id }) => id));
  const unknown = plan.scope.checks.filter((id) => !listed.has(id));
  if (unknown.length === 0) return [];
  return [`Found no check ${unknown.join(', ')}, which the options ask for; expected ids of this version.`];
}

interface DocumentParts {
  readonly request: JudgeRequest;
  readonly facts: Facts;
  readonly gates: readonly GateResult[];
  readonly runFaults: readonly string[];
}

function verdictDocument({ request, facts, gates, runFaults }: DocumentParts): VerdictDocument {
  const { plan, lines, policy } = request;
  const finishedAt = lines.at(-1)?.at ?? plan.createdAt;
  const narrowed = isNarrowed(plan);
  const verdict = narrowed ? 'INCOMPLETE' : verdictWord(gates, runFaults);
  const result = scopeResult(facts.phases, runFaults);
  return {
    schema: 'tollgate/verdict/1',
    runId: plan.runId,
    verdict,
    scope: { ...plan.scope, narrowed, result },
    exitCode: narrowed ? scopeExitCodes[result] : verdictExitCodes[verdict],
    startedAt: plan.createdAt,
    finishedAt,
    asOf: request.asOf ?? finishedAt,
    seed: plan.seed,
    command: plan.command,
    policy: { name: policy.document.name, digest: policy.digest, leavesOut: policy.document.leavesOut },
    target: { name: plan.target.name, version: plan.target.version, environment: plan.target.environment },
    release: plan.release,
    interfaces: plan.interfaces,
    phases: facts.phases,
    gates,
    reasons: reasonsOf({ facts, gates, runFaults, narrowed }),
    money: facts.money,
    notTested: notTested(facts),
    planDigest: request.planDigest,
    journalHead: request.journalHead,
    tollgateVersion: plan.tollgateVersion,
  };
}

export const verdictExitCodes: Readonly<Record<VerdictWord, number>> = {
  GO: 0,
  'NO-GO': 1,
  INCOMPLETE: 2,
  'CONDITIONAL GO': 3,
};
const scopeExitCodes = { clean: 0, failed: 1, 'not proven': 2 } as const;

/** A missed gate outranks an unproven one: what is proven wrong stays wrong, whatever else is missing. */
export function verdictWord(
  gates: readonly Pick<GateResult, 'result'>[],
  runFaults: readonly string[],
): VerdictWord {
  if (gates.some((gate) => gate.result === 'missed')) return 'NO-GO';
  if (gates.length === 0 || runFaults.length > 0) return 'INCOMPLETE';
  if (gates.some((gate) => gate.result === 'unproven')) return 'INCOMPLETE';
  if (gates.some((gate) => gate.result === 'waived')) return 'CONDITIONAL GO';
  return 'GO';
}

function isNarrowed(plan: RunPlan): boolean {
  const { phases, tags, checks, failedOf } = plan.scope;
  return phases.length > 0 || tags !== null || checks.length > 0 || failedOf !== null;
}

function scopeResult(
  phases: readonly PhaseSummary[],
  runFaults: readonly string[],
): VerdictDocument['scope']['result'] {
  const inScope = phases.filter((phase) => phase.state !== 'not-in-scope');
  if (inScope.some((phase) => phase.failed > 0)) return 'failed';
  const isProven =
    inScope.length > 0 &&
    runFaults.length === 0 &&
    inScope.every((phase) => phase.state === 'complete' && phase.passed > 0);
  return isProven ? 'clean' : 'not proven';
}

function decidedSteps(plan: RunPlan, lines: readonly JournalLine[]): DecidedStep[] {
  return plan.phases.flatMap((phase) =>
    phase.steps.map((step): DecidedStep => {
      const mine = lines.filter(
        ({ record }) =>
          'step' in record && 'phase' in record && record.phase === phase.name && record.step === step.name,
      );
      const started = mine.find(({ record }) => record.kind === 'step-started');
      const ended = mine.find(
        ({ record }) => record.kind === 'step-finished' || record.kind === 'step-not-run',
      );
      return {
        phase: phase.name,
        name: step.name,
        tool: step.tool,
        toolVersion: started?.record.kind === 'step-started' ? started.record.toolVersion : 'unknown',
        exit: exitText(ended),
        durationMs:
          started === undefined || ended === undefined ? 0 : Date.parse(ended.at) - Date.parse(started.at),
        output: ended?.record.kind === 'step-finished' ? ended.record.output : '',
      };
    }),
  );
}

function exitText(ended: JournalLine | undefined): string {
  const record = ended?.record;
  if (record?.kind === 'step-not-run') return `not run: ${record.reason}`;
  if (record?.kind !== 'step-finished') return 'no end recorded';
  if (record.timedOut) return 'stopped at its deadline';
  return record.signal === null ? `exit code ${record.exitCode}` : `signal ${record.signal}`;
}

function unknownOutcomes(facts: Facts): DecidedRun['unknownOutcomes'] {
  const outcomes = new Map(
    facts.records.filter((record) => record.kind === 'outcome').map((record) => [record.intentId, record]),
  );
  return facts.records
    .filter((record) => record.kind === 'intent')
    .filter((intent) => (outcomes.get(intent.intentId)?.outcome ?? 'unknown') === 'unknown')
    .map(({ checkId, operation, request, intentId }) => ({
      checkId,
      operation,
      request,
      detail: outcomes.get(intentId)?.detail ?? 'no outcome was recorded',
    }));
}

/** The checks of a run that a retest of what failed has to run again. */
export function retestOf(checks: readonly DecidedCheck[]): readonly string[] {
  return checks
    .filter(({ status }) => status !== 'passed' && status !== 'excluded')
    .map(({ check }) => check.id);
}

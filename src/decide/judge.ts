import type { DecidedCheck, DecidedRun } from '../model/deciding/decided-run.ts';
import type { RunPlan } from '../model/deciding/plan.ts';
import type { Policy } from '../model/deciding/policy.ts';
import type { GateResult, VerdictDocument, VerdictWord } from '../model/deciding/verdict.ts';
import type { JournalLine } from '../model/observing/record.ts';
import { conditionsOf } from './conditions.ts';
import { decidedChecks } from './decided-checks.ts';
import { decidedSteps } from './decided-steps.ts';
import type { Facts } from './facts.ts';
import { withFound } from './found-checks.ts';
import { gatesByName } from './gates/index.ts';
import { moneyAtStake } from './money-at-stake.ts';
import { notTested } from './not-tested.ts';
import { phaseFacts, toldBy } from './phase-facts.ts';
import { reasonsOf } from './reasons.ts';
import { isEmptyShard, isNarrowed, runFaultsOf } from './run-faults.ts';
import { type RunPart, runParts } from './run-parts.ts';
import { writesIn } from './writes.ts';

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
  const { lines } = request;
  const records = lines.map((line) => line.record);
  const found = withFound(request.plan, records);
  const { plan } = found;
  const parts = runParts(lines);
  const told = { ...toldBy(lines, parts), found: found.faults };
  const phases = plan.phases.map((phase) => phaseFacts(plan, phase, told));
  const checks = decidedChecks(plan, phases, lines);
  const summaries = phases.map((phase) => phase.summary);
  const writes = parts.flatMap((part) => writesIn(part.lines.map(({ record }) => record)));
  const facts: Facts = {
    plan,
    phases: summaries,
    checks,
    money: moneyAtStake(checks),
    records,
    writes,
    parts,
  };
  const gates = request.policy.document.gates.map((gate) => judgeGate(facts, gate));
  const attempts = told.attempts;
  const runFaults = runFaultsOf({ facts, asPlanned: request.plan, attempts });
  return {
    verdict: verdictDocument({ request, facts, gates, runFaults }),
    checks,
    steps: decidedSteps(plan, attempts),
    defects: [...new Set(records.filter((record) => record.kind === 'defect').map((record) => record.name))],
    unknownOutcomes: writes
      .filter(({ state }) => state === 'unknown' || state === 'settled')
      .map((write) => ({
        checkId: write.intent.checkId,
        operation: write.intent.operation,
        request: write.intent.request,
        detail:
          write.state === 'settled'
            ? `settled by reading, ${write.settledAs}: ${write.detail}`
            : write.detail,
      })),
    leftovers: parts.flatMap((part) => part.cleanup?.leftovers ?? []),
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

interface DocumentParts {
  readonly request: JudgeRequest;
  readonly facts: Facts;
  readonly gates: readonly GateResult[];
  readonly runFaults: readonly string[];
}

function verdictDocument({ request, facts, gates, runFaults }: DocumentParts): VerdictDocument {
  const { plan, policy } = request;
  const finishedAt = endOf(facts.parts) ?? plan.createdAt;
  const narrowed = isNarrowed(plan);
  const verdict = narrowed ? 'INCOMPLETE' : verdictWord(gates, runFaults);
  const result = scopeResult(facts, runFaults);
  return {
    schema: 'tollgate/verdict/1',
    runId: plan.runId,
    verdict,
    scope: { ...plan.scope, narrowed, result },
    exitCode: exitCodeOf({ facts, narrowed, verdict, result }),
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
    conditions: conditionsOf(facts),
    ...(plan.proof && { proof: plan.proof }),
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
/** Refused by the production guard: worse than anything that the checks say. */
const guardExitCode = 77;
const scopeExitCodes = { clean: 0, failed: 1, 'not proven': 2 } as const;

interface ExitParts {
  readonly facts: Facts;
  readonly narrowed: boolean;
  readonly verdict: VerdictWord;
  readonly result: keyof typeof scopeExitCodes;
}

function exitCodeOf({ facts, narrowed, verdict, result }: ExitParts): number {
  const wasGuarded = facts.parts.some(({ finished }) => finished?.reason === 'guard');
  if (wasGuarded || facts.checks.some(({ cause }) => cause === 'guard')) return guardExitCode;
  return narrowed ? scopeExitCodes[result] : verdictExitCodes[verdict];
}

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

/** When the last machine was done; they stand one after the other, whenever they worked. */
function endOf(parts: readonly RunPart[]): string | undefined {
  const ends = parts.flatMap(({ lines }) => lines.at(-1)?.at ?? []);
  return ends.sort().at(-1);
}

function scopeResult(
  { plan, phases, parts }: Pick<Facts, 'plan' | 'phases' | 'parts'>,
  runFaults: readonly string[],
): VerdictDocument['scope']['result'] {
  const inScope = phases.filter((phase) => phase.state !== 'not-in-scope');
  const canaries = parts.map(({ canary }) => canary?.result);
  if (inScope.some((phase) => phase.failed > 0) || canaries.includes('wrong')) return 'failed';
  const isProven =
    (inScope.length > 0 || isEmptyShard(plan)) &&
    runFaults.length === 0 &&
    canaries.every((result) => result === 'discriminates') &&
    inScope.every((phase) => phase.state === 'complete' && phase.passed > 0);
  return isProven ? 'clean' : 'not proven';
}

/** The checks of a run that a retest of what failed has to run again. */
export function retestOf(checks: readonly DecidedCheck[]): readonly string[] {
  return checks
    .filter(({ status }) => status !== 'passed' && status !== 'excluded')
    .map(({ check }) => check.id);
}

import type { ProofCitation } from '../model/deciding/proof.ts';
import type { ReleaseIdentity } from '../model/deciding/release.ts';
import type { GateResult, MoneyAtStake, PhaseSummary, VerdictDocument } from '../model/deciding/verdict.ts';
import { safeJson } from './safe-json.ts';

/**
 * The bytes of `verdict.json`: keys in the order in which the model declares them, whoever built the document, so that
 * two machines that judge the same run write the same file.
 */
export function verdictJson(verdict: VerdictDocument): string {
  const document: VerdictDocument = {
    schema: verdict.schema,
    runId: verdict.runId,
    verdict: verdict.verdict,
    scope: orderedScope(verdict.scope),
    exitCode: verdict.exitCode,
    startedAt: verdict.startedAt,
    finishedAt: verdict.finishedAt,
    asOf: verdict.asOf,
    seed: verdict.seed,
    command: verdict.command,
    policy: {
      name: verdict.policy.name,
      digest: verdict.policy.digest,
      leavesOut: verdict.policy.leavesOut,
    },
    target: {
      name: verdict.target.name,
      version: verdict.target.version,
      environment: verdict.target.environment,
    },
    release: orderedRelease(verdict.release),
    interfaces: verdict.interfaces.map(({ name, provenance }) => ({ name, provenance })),
    phases: verdict.phases.map(orderedPhase),
    gates: verdict.gates.map(orderedGate),
    reasons: verdict.reasons.map(({ gate, text, checks }) => ({ gate, text, checks })),
    money: verdict.money.map(orderedMoney),
    notTested: verdict.notTested,
    conditions: verdict.conditions,
    ...(verdict.proof && { proof: orderedProof(verdict.proof) }),
    planDigest: verdict.planDigest,
    journalHead: verdict.journalHead,
    tollgateVersion: verdict.tollgateVersion,
  };
  return `${safeJson(document, 2)}\n`;
}

function orderedProof({ digest, defects, caught, missed, finishedAt }: ProofCitation): ProofCitation {
  return { digest, defects, caught, missed, finishedAt };
}

function orderedScope(scope: VerdictDocument['scope']): VerdictDocument['scope'] {
  const { phases, tags, checks, failedOf, shard, narrowed, result } = scope;
  return { phases, tags, checks, failedOf, ...(shard !== undefined && { shard }), narrowed, result };
}

function orderedRelease(release: ReleaseIdentity): ReleaseIdentity {
  const { name, candidate, environment, wave, cycle } = release;
  const { build, configuration, priceBook, dataCut } = release.digests;
  return {
    name,
    candidate,
    environment,
    wave,
    cycle,
    digests: { build, configuration, priceBook, dataCut },
  };
}

function orderedPhase(phase: PhaseSummary): PhaseSummary {
  const { name, state, planned, passed, failed, broken, notRun, durationMs, faults } = phase;
  return { name, state, planned, passed, failed, broken, notRun, durationMs, faults };
}

function orderedGate(gate: GateResult): GateResult {
  const { id, title, result, observed, limit, reason, evidence } = gate;
  return { id, title, result, observed, limit, reason, evidence };
}

function orderedMoney(stake: MoneyAtStake): MoneyAtStake {
  const { currency, direction, amount, customers, invoices, checks } = stake;
  return { currency, direction, amount, customers, invoices, checks };
}

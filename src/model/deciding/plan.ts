import type { PolicyProfile } from '../billing/policy-profile.ts';
import type { PlannedCheck } from '../observing/check.ts';
import type { InterfaceProvenance } from '../observing/interface.ts';
import type { PhaseName } from '../observing/phase.ts';
import type { ShardNumber } from '../observing/record.ts';
import type { Policy } from './policy.ts';
import type { ProofCitation } from './proof.ts';
import type { ReleaseDigests, ReleaseIdentity } from './release.ts';

/** How the run was narrowed by options; an empty list means it was not. */
export interface RunScope {
  readonly phases: readonly PhaseName[];
  readonly tags: string | null;
  readonly checks: readonly string[];
  readonly failedOf: string | null;
  /** The part of the functional phases that this machine runs; absent or null when it runs all of them. */
  readonly shard?: ShardNumber | null;
}

export interface PlannedStep {
  readonly name: string;
  /** The tool that runs it: vitest, cucumber, k6, duckdb. */
  readonly tool: string;
  /** For a team's own suite whose checks are known by number only: how many results it must leave. Absent otherwise. */
  readonly expectedCount?: number;
}

export interface PlannedPhase {
  readonly name: PhaseName;
  readonly steps: readonly PlannedStep[];
  /** Why the phase's checks could not be listed; null when they were. A phase with a fault can only be incomplete. */
  readonly fault: {
    readonly message: string;
    readonly hint: string;
    /** Whose fault it is; absent in plans of schema 1. */
    readonly cause?: 'test-defect' | 'environment';
  } | null;
}

/** Settings of tollgate.yaml that options replaced. */
export interface AskedFor {
  readonly policy: string | null;
  readonly seed: number | null;
}

/** The tool of every suite that a team brings itself, as plan and journal name it. */
export const ownSuiteTool = 'command';

/** The steps that run a command of a team's own, as "phase/step". Such a command cannot be asked for some of its checks. */
export function commandSteps(phases: readonly PlannedPhase[]): ReadonlySet<string> {
  return new Set(
    phases.flatMap((phase) =>
      phase.steps.filter(({ tool }) => tool === ownSuiteTool).map(({ name }) => `${phase.name}/${name}`),
    ),
  );
}

/** Everything that is fixed before the target is written to. Its digest is the first record of the journal. */
export interface RunPlan {
  readonly schema: 'tollgate/plan/1';
  readonly runId: string;
  readonly createdAt: string;
  readonly tollgateVersion: string;
  readonly seed: number;
  readonly command: string;
  readonly scope: RunScope;
  /** What options asked for instead of what tollgate.yaml says; null where they said nothing. Absent in schema 1. */
  readonly asked?: AskedFor;
  readonly target: {
    readonly name: string;
    readonly driver: string;
    readonly url: string;
    readonly describedName: string;
    readonly version: string;
    readonly environment: string;
    readonly capabilities: Readonly<Record<string, string>>;
    readonly profile: PolicyProfile | null;
    readonly digests: ReleaseDigests;
  };
  readonly interfaces: readonly InterfaceProvenance[];
  readonly release: ReleaseIdentity;
  readonly requiredCapabilities: readonly string[];
  readonly policy: { readonly document: Policy; readonly digest: string };
  readonly phases: readonly PlannedPhase[];
  readonly checks: readonly PlannedCheck[];
  /** Digests of what the checks are made of, by kind: suites, features, steps, perf. */
  readonly digests: Readonly<Record<string, string>>;
  /** What is particular about this run and a reader should know, such as proxy variables that are set. Absent in schema 1. */
  readonly conditions?: readonly string[];
  /** The proof that fits these suites, features and defects; null or absent where there is none. */
  readonly proof?: ProofCitation | null;
  /** The shards that a merged run consists of, in order; absent in every other. */
  readonly mergedFrom?: readonly MergedShard[];
}

/** One shard of a merged run; its own plan and journal are kept in the run folder, under its run id. */
export interface MergedShard {
  readonly shard: ShardNumber;
  readonly runId: string;
  readonly planDigest: string;
  readonly journalHead: string;
}

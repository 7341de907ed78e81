import type { InterfaceProvenance } from '../observing/interface.ts';
import type { PhaseName } from '../observing/phase.ts';
import type { RunScope } from './plan.ts';
import type { ProofCitation } from './proof.ts';
import type { ReleaseIdentity } from './release.ts';

export type VerdictWord = 'GO' | 'CONDITIONAL GO' | 'NO-GO' | 'INCOMPLETE';

export type GateOutcome = 'met' | 'missed' | 'unproven' | 'waived';

export interface GateResult {
  readonly id: string;
  readonly title: string;
  readonly result: GateOutcome;
  /** What was seen, in words with figures. */
  readonly observed: string;
  /** What the policy allows, in words with figures. */
  readonly limit: string;
  /** Why it came out like this; for a met gate too. */
  readonly reason: string;
  /** Check ids and evidence digests that show it. */
  readonly evidence: readonly string[];
}

/** complete: every planned check has one result on which all witnesses agree. Anything else is incomplete. */
export interface PhaseSummary {
  readonly name: PhaseName;
  readonly state: 'complete' | 'incomplete' | 'not-in-scope';
  /** planned = passed + failed + broken + notRun. Checks that an option left out are not counted. */
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  readonly broken: number;
  /** Without a result, or excluded because the target lacks a capability. */
  readonly notRun: number;
  readonly durationMs: number;
  /** Why it is not complete, each with what to do; empty when it is. */
  readonly faults: readonly string[];
}

/** Wrong money of one currency and one direction; never netted against the other direction. */
export interface MoneyAtStake {
  readonly currency: string;
  readonly direction: 'overcharged' | 'undercharged' | 'books';
  /** Decimal string, positive. */
  readonly amount: string;
  readonly customers: number;
  readonly invoices: number;
  readonly checks: readonly string[];
}

export interface VerdictReason {
  /** What gave the reason: a direction of wrong money, a phase, a gate id, "evidence" when the evidence itself is at fault, or "scope". */
  readonly gate: string;
  readonly text: string;
  readonly checks: readonly string[];
}

/** What `verdict.json` holds, field for field. */
export interface VerdictDocument {
  readonly schema: 'tollgate/verdict/1';
  readonly runId: string;
  readonly verdict: VerdictWord;
  readonly scope: RunScope & {
    readonly narrowed: boolean;
    readonly result: 'clean' | 'failed' | 'not proven';
  };
  /** The process exit code that goes with it. */
  readonly exitCode: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly asOf: string;
  readonly seed: number;
  readonly command: string;
  readonly policy: { readonly name: string; readonly digest: string; readonly leavesOut: readonly string[] };
  readonly target: { readonly name: string; readonly version: string; readonly environment: string };
  readonly release: ReleaseIdentity;
  readonly interfaces: readonly InterfaceProvenance[];
  readonly phases: readonly PhaseSummary[];
  readonly gates: readonly GateResult[];
  readonly reasons: readonly VerdictReason[];
  readonly money: readonly MoneyAtStake[];
  /** What this run says nothing about, one line each. */
  readonly notTested: readonly string[];
  /** What was particular about how the run went, one line each: taken up again, proxy variables, a clock that is off. */
  readonly conditions: readonly string[];
  /** What these suites catch of the known defects; absent where no proof fits them. */
  readonly proof?: ProofCitation;
  readonly planDigest: string;
  readonly journalHead: string;
  readonly tollgateVersion: string;
}

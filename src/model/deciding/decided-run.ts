import type { PlannedCheck } from '../observing/check.ts';
import type { MoneyDifference } from '../observing/difference.ts';
import type { PhaseName } from '../observing/phase.ts';
import type { CheckError, EvidenceRef, FailureCause } from '../observing/record.ts';
import type { VerdictDocument } from './verdict.ts';

/** not-run: planned, but without a result or without agreement of the witnesses; excluded: never meant to run here. */
export type DecidedStatus = 'passed' | 'failed' | 'broken' | 'not-run' | 'excluded';

export interface DecidedCheck {
  readonly check: PlannedCheck;
  readonly status: DecidedStatus;
  readonly cause: FailureCause | null;
  readonly durationMs: number;
  readonly error: CheckError | null;
  /** Why it has no result or was excluded; empty otherwise. */
  readonly reason: string;
  readonly differences: readonly MoneyDifference[];
  readonly evidence: readonly EvidenceRef[];
  readonly measurements: readonly { readonly name: string; readonly value: string; readonly unit: string }[];
}

export interface DecidedStep {
  readonly phase: PhaseName;
  readonly name: string;
  readonly tool: string;
  readonly toolVersion: string;
  readonly exit: string;
  readonly durationMs: number;
  readonly output: string;
}

/** A run with everything judged: what every exporter is a function of. */
export interface DecidedRun {
  readonly verdict: VerdictDocument;
  readonly checks: readonly DecidedCheck[];
  readonly steps: readonly DecidedStep[];
  /** Defects that the sandbox was given, by name; empty for any other target. */
  readonly defects: readonly string[];
  /** Writes whose outcome nobody knows. */
  readonly unknownOutcomes: readonly {
    readonly checkId: string;
    readonly operation: string;
    readonly request: string;
    readonly detail: string;
  }[];
  readonly leftovers: readonly string[];
}

import type { PlannedCheck } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { CheckError, FailureCause } from '../model/observing/record.ts';
import type { StepAttempt } from './attempts.ts';
import type { Probe } from './probes.ts';

/** What is known of one check. */
export interface CheckTestimony {
  readonly status: 'passed' | 'failed' | 'broken';
  readonly cause: FailureCause | null;
  readonly durationMs: number;
  readonly error: CheckError | null;
  /** Journal times in milliseconds since 1970; the same where the beginning was not recorded. */
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Index of the part of the run, that is of the machine, that it comes from. */
  readonly part: number;
}

/** Causes that say nothing about the check itself: nobody was there, or its tool ended under it. Another attempt may answer. */
export const causesWithoutResult: ReadonlySet<FailureCause | null> = new Set<FailureCause | null>([
  'environment',
  'waiting',
  'crashed',
  'timed-out',
]);

/** One step of the plan and every time that it was run. */
export interface StepCase {
  readonly phase: PhaseName;
  readonly step: string;
  readonly tool: string;
  /** The checks of the step that were to run. */
  readonly planned: readonly PlannedCheck[];
  readonly attempts: readonly StepAttempt[];
  /** Of each part of the run: a machine's probes speak of its own checks. */
  readonly probes: readonly (readonly Probe[])[];
  /** Checks that found a wrong amount. */
  readonly wrongMoney: ReadonlySet<string>;
}

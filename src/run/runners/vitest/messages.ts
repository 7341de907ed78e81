import type { CheckId } from '../../../model/observing/check.ts';
import type { PhaseName } from '../../../model/observing/phase.ts';
import type { Listing } from '../../runner.ts';

/** What a process that holds vitest is told before anything else. */
export interface VitestSetup {
  /** Those it knows the files of; what it runs belongs to one of them. */
  readonly steps: readonly VitestStep[];
  readonly projectDir: string;
  readonly packageDir: string;
  readonly reportFile: string;
  readonly seed: number;
  readonly workers: number;
}

export interface VitestStep {
  readonly phase: PhaseName;
  readonly step: string;
  /** Absolute. */
  readonly files: readonly string[];
}

/** A check by the name that vitest has for it, which is the same in every process. */
export interface KnownTest {
  readonly id: CheckId;
  readonly moduleId: string;
  readonly testId: string;
}

/** What "list" answers for each step, in their order. */
export interface VitestListing {
  readonly listing: Listing;
  readonly tests: readonly KnownTest[];
}

/** What "know" takes in place of a listing, where another process has listed. */
export interface VitestKnowledge {
  readonly setup: VitestSetup;
  readonly tests: readonly KnownTest[];
}

/** What the session answers when it has run what it was told to. */
export interface VitestRound {
  /** Errors that belong to no test. */
  readonly errors: readonly string[];
  /** Whether a worker died; what its file had left to run did not begin. */
  readonly lostWorker: boolean;
}

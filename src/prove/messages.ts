import type { CheckTopic } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';

/** The judging process and the processes that hold suites and defects speak in these words, over the channel. */

/** What a worker is told once, before anything else. */
export interface WorkerSetup {
  readonly projectDir: string;
  readonly packageDir: string;
  /** Suites for vitest and features, absolute, by phase. */
  readonly files: Readonly<Partial<Record<PhaseName, readonly string[]>>>;
  /** A team's own defects; null for none. */
  readonly defectsDir: string | null;
  readonly chromium: string | null;
  /** How many drawn cases a property is tried with; the suites' own number where it is left out. */
  readonly effort?: number;
  /** An empty folder of the worker's own. */
  readonly workDir: string;
}

/** A check that the suites offer for catching defects. */
export interface ProvableCheck {
  readonly id: string;
  readonly phase: PhaseName;
  readonly file: string;
  readonly titlePath: readonly string[];
  readonly topic: CheckTopic;
  readonly tags: readonly string[];
  /** Why it cannot be played here, such as a browser that is not there; null when it can. */
  readonly leftOut: string | null;
}

/** What a worker answers when it has loaded everything. */
export interface Loaded {
  readonly checks: readonly ProvableCheck[];
  /** What keeps the list from being whole: a file that does not load, a step that nobody defined. */
  readonly faults: readonly string[];
}

export interface PlayRequest {
  /** Null is the sandbox as it should be. */
  readonly defect: string | null;
  readonly seed: number;
  /** Played in this order. */
  readonly checks: readonly string[];
  readonly until: 'first-detection' | 'end';
}

export interface PlayedCheck {
  readonly id: string;
  /**
   * finding: the target answered, and wrongly; silent: it stopped answering; broken: the check came to no result, which says
   * nothing of the target.
   */
  readonly kind: 'passed' | 'finding' | 'silent' | 'broken';
  /** What was found; empty when it passed. */
  readonly detail: string;
  readonly durationMs: number;
  /** Names of the engine's entries that were called for it or before it; none with a defect. */
  readonly reached?: readonly string[];
}

/** The same checks with many seeds, on one sandbox. */
export interface ExploreRequest {
  readonly defect: string | null;
  readonly seeds: readonly number[];
  readonly checks: readonly string[];
}

export interface ExploredSeed {
  readonly seed: number;
  /** Those that did not pass, whatever the reason. */
  readonly notPassed: readonly PlayedCheck[];
  /** What the checks put to the target, counted by kind. */
  readonly counts: Readonly<Record<string, Counts>>;
  /** Of the histories that were played. */
  readonly digest: string;
}

export type Counts = Readonly<Record<string, number>>;

/** What ends the play of a defect: a finding, or a silence that has to be looked into. */
export function isDetection({ kind }: PlayedCheck): boolean {
  return kind === 'finding' || kind === 'silent';
}

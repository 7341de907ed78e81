import type { Ended } from '../../src/cli/end-to-end/test-run.fixture.ts';
import type { VerdictDocument, VerdictWord } from '../../src/model/deciding/verdict.ts';
import type { JournalRecord } from '../../src/model/observing/record.ts';
import type { Scene } from './scene.ts';
import type { Setup } from './setup.ts';

/** The chapters of the fault matrix (reliability.md section 6). */
export const groups = ['A', 'B', 'C', 'D', 'E', 'H'] as const;
export type Group = (typeof groups)[number];

/** One fault against one real run. */
export interface Row {
  /** Number of the note and a letter for the variant: "27a". */
  readonly id: string;
  readonly group: Group;
  /** What goes wrong, in one line. */
  readonly title: string;
  /** How the project looks. The control is the same setup without the fault: it must end GO, exit 0. */
  readonly setup: Setup;
  /** Runs the real command line with the fault, and answers how the command ended that is judged. */
  readonly fault: (scene: Scene) => Promise<Ended>;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly exitCodes: readonly number[];
  /** What verdict.json must say; null: there must be none. Left out where it may say anything but GO. */
  readonly verdict?: VerdictWord | null;
  /** Each must be found in what was printed. */
  readonly says?: readonly RegExp[];
  /** None may be found in what was printed. */
  readonly neverSays?: readonly RegExp[];
  /** Each must be found in a reason of the verdict, in a fault of a phase, or in the reason of a gate. */
  readonly reasons?: readonly RegExp[];
  /** What else must be: complaints, one sentence each; none when it holds. */
  readonly also?: (seen: Seen) => Promise<readonly string[]> | readonly string[];
  /** Why a GO is right here, in words. Without them no GO holds, whatever `exitCodes` says. */
  readonly harmless?: string;
  /** After so long the run is taken to hang; 300 s, because the machine may be busy. */
  readonly hangsAfterSeconds?: number;
}

/** What is left of a run with a fault. */
export interface Seen {
  readonly scene: Scene;
  readonly ended: Ended;
  /** Null when no run folder was announced. */
  readonly runDir: string | null;
  readonly verdict: VerdictDocument | null;
  /** Whole lines of the journal; empty where there is none. */
  readonly records: readonly JournalRecord[];
}

import type { Instant } from '../date.ts';
import type { CheckId, CheckStatus, ListedCheck } from './check.ts';
import type { MoneyDifference } from './difference.ts';
import type { PhaseName } from './phase.ts';

export interface EvidenceRef {
  /** SHA-256 of the bytes; the file stands under `evidence/<first two>/<all>`. */
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly mediaType: string;
}

export interface CheckError {
  /** The error's class, such as "ExpectationFailed". */
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/**
 * Why a check is not passed. Product is the default: the others need evidence of their own (reliability rules, section 5).
 * waiting: the target asked us to come back later, longer than we wait.
 */
export type FailureCause =
  | 'product'
  | 'test-defect'
  | 'environment'
  | 'flaky'
  | 'waiting'
  | 'crashed'
  | 'timed-out'
  | 'guard'
  | 'integrity';

/** What a tool's own report file says of one check. */
export interface ReportedCheck {
  readonly id: CheckId;
  readonly status: CheckStatus;
}

/** The second opinion: what the tool wrote itself, read after it ended. */
export type ToolReport =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly evidence: EvidenceRef;
      /** Whether the tool wrote that it came to its end. */
      readonly finished: boolean;
      readonly checks: readonly ReportedCheck[];
      /** Errors that belong to no check, such as an unhandled rejection or a failing hook. */
      readonly runErrors: readonly string[];
    };

/** What a tools' process sends over the channel while it works. */
export type ToolRecord =
  | { readonly kind: 'check-started'; readonly checkId: CheckId }
  | {
      /** A check of a team's own suite that the plan knew by number only; it takes one of the planned places. */
      readonly kind: 'check-found';
      readonly check: ListedCheck;
    }
  | {
      /** An earlier try of a check that its tool repeated by itself. Kept, because a second try never makes the first one good. */
      readonly kind: 'attempt';
      readonly checkId: CheckId;
      /** From 1. */
      readonly attempt: number;
      readonly status: CheckStatus;
      readonly error: CheckError | null;
    }
  | {
      readonly kind: 'check-finished';
      readonly checkId: CheckId;
      readonly status: CheckStatus;
      readonly cause: FailureCause | null;
      readonly durationMs: number;
      readonly error: CheckError | null;
    }
  | {
      readonly kind: 'intent';
      readonly intentId: string;
      readonly checkId: CheckId;
      readonly operation: string;
      readonly request: string;
      readonly idempotencyKey: string;
    }
  | {
      readonly kind: 'outcome';
      readonly intentId: string;
      readonly outcome: 'done' | 'refused' | 'unknown';
      readonly detail: string;
    }
  | { readonly kind: 'evidence'; readonly checkId: CheckId; readonly evidence: EvidenceRef }
  | { readonly kind: 'difference'; readonly checkId: CheckId; readonly difference: MoneyDifference }
  | {
      /** A figure that gates may read. `value` is a decimal string in `unit`. */
      readonly kind: 'measurement';
      readonly checkId: CheckId;
      readonly name: string;
      readonly value: string;
      readonly unit: string;
    };

/** What the run itself writes. */
export type RunRecord =
  | { readonly kind: 'run-started'; readonly runId: string; readonly planDigest: string }
  | {
      /** The run goes on after it was cut: everything before stands, and what had no result is run now. */
      readonly kind: 'run-resumed';
      /** From 2: the part of the run that begins here. */
      readonly part: number;
      /** Whether a torn last line was cut off before. */
      readonly torn: boolean;
      /** Processes of the part before that were still alive and were ended, as "pid command". */
      readonly reaped: readonly string[];
    }
  | {
      /** In a merged run: from here to the next of its kind stand the records of one shard, as they were. */
      readonly kind: 'shard-begins';
      readonly shard: ShardNumber;
      readonly runId: string;
      readonly planDigest: string;
      readonly journalHead: string;
    }
  | {
      readonly kind: 'probe';
      readonly when: string;
      readonly result: 'answers' | 'silent';
      readonly detail: string;
      /** The target's clock minus ours by its Date header; null or absent when it sent none. */
      readonly skewMs?: number | null;
    }
  | {
      /** What reading the target says of a write whose outcome was not known. */
      readonly kind: 'settled';
      readonly intentId: string;
      readonly outcome: 'done' | 'not-done' | 'unknown';
      readonly detail: string;
    }
  | {
      /** How often a secret's value was taken out of what was recorded, by the secret's name. */
      readonly kind: 'masked';
      readonly count: number;
      readonly bySecret: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'canary';
      /** wrong: it refuses what it must, but an amount that anyone can check in his head is not right. */
      readonly result: 'discriminates' | 'does-not-discriminate' | 'wrong' | 'silent';
      readonly detail: string;
    }
  | { readonly kind: 'phase-started'; readonly phase: PhaseName }
  | {
      readonly kind: 'step-started';
      readonly phase: PhaseName;
      readonly step: string;
      readonly tool: string;
      readonly toolVersion: string;
      /** What it is to run now; absent in journals of schema 1, which had one attempt per step. */
      readonly checks?: readonly CheckId[];
    }
  | {
      readonly kind: 'step-finished';
      readonly phase: PhaseName;
      readonly step: string;
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly timedOut: boolean;
      readonly report: ToolReport;
      /** Last lines of what it printed, for the reader who asks why. */
      readonly output: string;
      /** Processes that it left behind and that were ended, as "pid command"; absent in journals of schema 1. */
      readonly orphans?: readonly string[];
      /** Whether the run asked it to end before its time; absent in journals of schema 1. */
      readonly wasStopped?: boolean;
    }
  | {
      readonly kind: 'step-not-run';
      readonly phase: PhaseName;
      readonly step: string;
      readonly reason: string;
      readonly hint: string;
    }
  | { readonly kind: 'phase-finished'; readonly phase: PhaseName }
  | {
      readonly kind: 'cleanup';
      readonly leftovers: readonly string[];
      readonly detail: string;
      /** Whether the target could be asked what is left; absent in journals of schema 1, which named it among the left-overs. */
      readonly wasAsked?: boolean;
    }
  | { readonly kind: 'defect'; readonly name: string }
  | { readonly kind: 'run-finished'; readonly reason: 'completed' | 'interrupted' | 'canary' | 'guard' };

/** One of the machines that a run is split over; `index` from 1. */
export interface ShardNumber {
  readonly index: number;
  readonly total: number;
}

export type JournalRecord = ToolRecord | RunRecord;

/** One line of `journal.ndjson`. `prev` is the hash of the line before, `hash` SHA-256 of all before it; `bytes` the length of the record's JSON. */
export interface JournalLine {
  /** Schema of the line; absent in journals of schema 1. */
  readonly v?: number;
  readonly seq: number;
  readonly at: Instant;
  readonly prev: string;
  readonly bytes: number;
  readonly record: JournalRecord;
  readonly hash: string;
}

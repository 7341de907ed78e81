import type { PhaseName } from './phase.ts';

/** Stable over runs: phase and the first 10 hex digits of SHA-256 over phase, file, title path. Example: "unit-3f2a9c1b07". */
export type CheckId = string;

/** What a check's wrong amounts speak of; gates read failures by topic. */
export const checkTopics = [
  'rating',
  'proration',
  'calendar',
  'tax',
  'discount',
  'document',
  'order-to-cash',
  'idempotency',
  'payment',
  'credit',
  'ledger',
  'webhook',
  'paging',
  'preview',
  'catalog',
  'usage',
  'screen',
  'load',
  'completeness',
  'reconciliation',
] as const;

export type CheckTopic = (typeof checkTopics)[number];

/** A check as its tool lists it, before anything runs. */
export interface ListedCheck {
  readonly id: CheckId;
  readonly phase: PhaseName;
  /** The tool step of the phase that runs it. */
  readonly step: string;
  /** Relative to project or package, with forward slashes. */
  readonly file: string;
  readonly line: number;
  /** From the outermost group to the check itself. */
  readonly titlePath: readonly string[];
  readonly topic: CheckTopic;
  readonly tags: readonly string[];
  /** Capabilities without which it cannot run. */
  readonly needs: readonly string[];
}

/** A check in the frozen plan. */
export interface PlannedCheck extends ListedCheck {
  readonly disposition:
    | { readonly kind: 'run' }
    | {
        readonly kind: 'excluded';
        readonly by: 'option' | 'capability' | 'profile';
        readonly reason: string;
        /** The shard that runs it, when another one does. */
        readonly inShard?: number;
      };
}

/** passed and failed: the target answered. broken: we could not tell; `cause` says whose fault that was. */
export type CheckStatus = 'passed' | 'failed' | 'broken';

export function checkTitle(check: { readonly titlePath: readonly string[] }): string {
  return check.titlePath.join(' › ');
}

/** Enough of the title to know the check by: its own, and of a row of examples the scenario's as well. */
export function shortTitle(check: { readonly titlePath: readonly string[] }): string {
  return check.titlePath
    .slice(check.titlePath.length > 2 ? -2 : -1)
    .map(cutPart)
    .join(' › ');
}

const partLengthMax = 200;

/** A sentence names a check; the whole of a title that never ends stands in the plan. */
function cutPart(part: string): string {
  return part.length <= partLengthMax ? part : `${part.slice(0, partLengthMax - 1).toWellFormed()}…`;
}

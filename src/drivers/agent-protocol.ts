import type { PromiseResult } from '../model/observing/kept-promise.ts';
import type { OpenWrite, Settlement } from '../target/driver.ts';

/** What the canary found; the run records it as it came. */
export interface CanaryFinding {
  readonly result: 'discriminates' | 'does-not-discriminate' | 'wrong';
  readonly detail: string;
}

/** That the target answers, and its clock minus ours where it told the time. */
export interface ProbeAnswer {
  readonly detail: string;
  readonly skewMs: number | null;
}

export interface AgentConfiguration {
  readonly driver: string;
  readonly projectDir: string;
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface AnnouncedWrite extends Omit<OpenWrite, 'runId'> {
  readonly intentId: string;
}

/** Writes of which the run does not know whether they happened. */
export interface SettleQuestion {
  readonly runId: string;
  readonly writes: readonly AnnouncedWrite[];
}

/** In the order of the question. */
export interface SettledWrite extends Settlement {
  readonly intentId: string;
}

/** One promise of the contract, by its place in it. */
export interface PromiseQuestion {
  readonly runId: string;
  readonly clause: number;
}

export interface PromiseAnswer {
  readonly result: PromiseResult;
  readonly detail: string;
}

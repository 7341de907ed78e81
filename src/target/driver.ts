import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { TargetDescription } from './description.ts';
import type { OfferedSession, TargetSession } from './session.ts';
import type { Wire } from './wire.ts';

/** Where and how to reach a target, from `tollgate.yaml`; the driver reads its own part of `options`. */
export interface TargetAddress {
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface SessionRequest {
  readonly runId: string;
  /** Unique within the run; a driver derives tenants, prefixes and external keys from it. */
  readonly key: string;
  /** The day on which the session's world begins, where the clock can be set. */
  readonly today: string;
  /** Habits that the world is to have instead of those that the target states; only for a target with `policy.settings`. */
  readonly policy?: Partial<PolicyProfile> | undefined;
  /** Where each call is recorded. Every write is announced on it before it is sent. */
  readonly wire: Wire;
}

/** A write whose outcome is not known, as it was announced. */
export interface OpenWrite {
  readonly runId: string;
  readonly operation: string;
  readonly request: string;
  readonly idempotencyKey: string;
}

/** What reading the target says of it; unknown only where the target cannot tell. */
export interface Settlement {
  readonly outcome: 'done' | 'not-done' | 'unknown';
  readonly detail: string;
}

/**
 * One way to a target. A driver never retries a write: an outcome that is not known is reported as unknown. Written as
 * `Driver<OfferedSession>`, with the verbs that its target can do; once loaded its sessions have all of them.
 */
export interface Driver<Session extends OfferedSession = TargetSession> {
  readonly name: string;
  /** Reads only. Throws TARGET_UNREACHABLE when nobody answers. */
  describe(address: TargetAddress): Promise<TargetDescription>;
  /** A world of its own within the target; two sessions with different keys do not see each other. */
  open(address: TargetAddress, request: SessionRequest): Promise<Session>;
  /** The world that `handle` names, as an earlier step of the same run left it. */
  resume(address: TargetAddress, request: SessionRequest, handle: string): Promise<Session>;
  /** Removes whatever the run created and an earlier step kept or lost. Nothing that another run made; repeating it is harmless. */
  cleanUp(address: TargetAddress, runId: string, wire: Wire): Promise<void>;
  /** Whether anything that the run created is still there: names of what was left. */
  leftovers(address: TargetAddress, runId: string, wire: Wire): Promise<readonly string[]>;
  /** Finds out by reading whether a write was done; never sends it again. Left out by a driver whose target has no way to ask. */
  settle?(address: TargetAddress, write: OpenWrite, wire: Wire): Promise<Settlement>;
}

import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { InterfaceProvenance } from '../model/observing/interface.ts';
import type { CapabilityMatrix } from './capability.ts';

/** per-session: each session has a clock of its own; per-server: one for all, moves are serialised; none: cannot be moved. */
export type ClockKind = 'per-session' | 'per-server' | 'none';

/** What a target says of itself, read before anything is written to it. */
export interface TargetDescription {
  readonly name: string;
  readonly version: string;
  /** As the target names it; anything that is not a known test environment is refused by the guard. */
  readonly environment: string;
  readonly clock: ClockKind;
  readonly capabilities: CapabilityMatrix;
  readonly profile: PolicyProfile;
  readonly interfaces: readonly InterfaceProvenance[];
  /** The target's clock when it answered, as its Date header says; null or absent when it sent none. */
  readonly answeredAt?: string | null;
  /** Digests the target reports of what runs in it; `null` is unknown and is shown as unknown. */
  readonly digests: {
    readonly build: string | null;
    readonly configuration: string | null;
    readonly priceBook: string | null;
    readonly dataCut: string | null;
  };
}

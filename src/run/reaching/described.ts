import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import type { ReleaseDigests } from '../../model/deciding/release.ts';
import type { InterfaceProvenance } from '../../model/observing/interface.ts';

/** What the target said of itself, as it came over the channel; null when it did not answer. */
export interface Described {
  readonly name: string;
  readonly version: string;
  readonly environment: string;
  /** per-server: one clock for all worlds, so that they are judged one after the other. */
  readonly clock?: 'per-session' | 'per-server' | 'none';
  readonly capabilities: Readonly<Record<string, string>>;
  readonly profile: PolicyProfile;
  readonly interfaces: readonly InterfaceProvenance[];
  readonly digests: ReleaseDigests;
}

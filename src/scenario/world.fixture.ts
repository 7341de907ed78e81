import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { Driver } from '../target/driver.ts';
import type { ScenarioConfiguration } from './configuration.ts';
import type { Recorder } from './recorder.ts';
import { World } from './world.ts';

interface Behind {
  /** Opens what the world takes for a session. */
  readonly open?: () => Promise<unknown>;
  readonly flushed?: () => void;
}

/** A world without a target behind it, for what the scenario language says by itself. */
export function newWorld(profile: Partial<PolicyProfile> = {}, behind: Behind = {}): World {
  const nothing = () => undefined;
  const record = { difference: nothing, trail: nothing, flush: async () => behind.flushed?.() };
  return new World({
    configuration: { seed: 1, target: { profile, capabilities: {} } } as unknown as ScenarioConfiguration,
    checkId: 'unit-1',
    record: record as unknown as Recorder,
    driver: { open: behind.open } as unknown as Driver,
  });
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChannelClient } from '../channel/client.ts';
import type { Driver } from '../target/driver.ts';
import type { ScenarioConfiguration } from './configuration.ts';
import type { Played } from './drawn/played.ts';

/** What a check works with: whom it judges and how, and where its news go. */
export interface ScenarioContext {
  readonly configuration: ScenarioConfiguration;
  readonly channel: ChannelClient;
  readonly driver: Driver;
  /** Only how a check ends is told: nobody reads what it leaves behind. */
  readonly isForgotten?: boolean;
  /** Hears what the checks put to the target; absent where nobody counts it. */
  readonly onPlayed?: (played: Played) => void;
}

const storage = new AsyncLocalStorage<ScenarioContext>();

/**
 * Everything that `work` does, and whatever it waits for, belongs to this context. For a process that judges many targets one
 * after the other; one that a run started for a single target has its settings from its environment.
 */
export function withinScenario<Result>(
  context: ScenarioContext,
  work: () => Promise<Result>,
): Promise<Result> {
  return storage.run(context, work);
}

export function ambientScenario(): ScenarioContext | null {
  return storage.getStore() ?? null;
}

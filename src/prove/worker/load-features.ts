import type { CheckRoots } from '../../channel/check-id.ts';
import { loadFeatures as load } from '../../run/runners/cucumber/features.ts';
import type { LoadedCheck } from './loaded-check.ts';

/** Each step has a limit of its own; this one is for a scenario that cucumber itself does not end. */
const scenarioMs = 180_000;

export interface FeaturesOfPhase {
  /** Absolute. */
  readonly files: readonly string[];
  readonly roots: CheckRoots;
}

/** The scenarios of features, with the steps loaded once; each is a run of cucumber of its own. */
export async function loadFeatures({ files, roots }: FeaturesOfPhase) {
  const phase = 'uat';
  const setup = {
    phase,
    step: 'features',
    files,
    ...roots,
    tags: null,
    messagesFile: '',
    toolVersion: '',
  } as const;
  const features = await load(setup);
  const checks = features.listing.checks.map(
    (check): LoadedCheck => ({
      ...check,
      timeoutMs: scenarioMs,
      play: async ({ channel }) => {
        await features.run([check.id], { channel, messagesFile: null, onScenario: () => undefined });
      },
    }),
  );
  return { checks, faults: features.listing.faults };
}

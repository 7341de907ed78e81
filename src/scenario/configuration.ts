import { scenarioVariable } from '../channel/message.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import { HarnessFault } from '../model/fault.ts';
import { isPhaseName, type PhaseName } from '../model/observing/phase.ts';

/** What a suite or step needs to know of the run. It never holds more than one target, nor how that target was made. */
export interface ScenarioConfiguration {
  readonly phase: PhaseName;
  readonly runId: string;
  /** 1, or more in a run that was taken up again: what it makes in the target must not meet what the part before made. */
  readonly part: number;
  readonly seed: number;
  /** How many drawn cases a property is tried with; each property has its own number where nobody says. */
  readonly effort?: number;
  /** By how much longer than usual a check may take, because the target is slow to be moved in time. Absent: 1. */
  readonly patience?: number;
  readonly projectDir: string;
  readonly packageDir: string;
  /** Shared by the steps of a phase: what one leaves there, a later one reads. */
  readonly phaseDir: string;
  readonly target: {
    readonly driver: string;
    readonly url: string;
    readonly options: Readonly<Record<string, unknown>>;
    /** Null while checks are only listed and the target did not describe itself. */
    readonly profile: PolicyProfile | null;
    readonly capabilities: Readonly<Record<string, string>>;
  };
  /** The browser of this machine, or null where there is none. */
  readonly chromium: string | null;
  /** The load of the performance phase. */
  readonly load: {
    readonly seconds: number;
    readonly ratesPerSecond: Readonly<Record<string, number>>;
    readonly limitsMs: Readonly<Record<string, number>>;
  };
}

/** Read once per process. Throws when a suite is run by hand, outside a run. */
export function scenarioConfiguration(env: NodeJS.ProcessEnv = process.env): ScenarioConfiguration {
  const text = env[scenarioVariable];
  if (text === undefined) {
    throw new HarnessFault({
      code: 'USAGE',
      message: `Found no ${scenarioVariable}; expected to be started by a run.`,
      hint: 'Run checks with: npx tollgate run --check ID',
    });
  }
  const configuration = JSON.parse(text) as ScenarioConfiguration;
  if (!isPhaseName(configuration.phase)) {
    throw new HarnessFault({
      code: 'INTERNAL',
      message: `Found phase "${String(configuration.phase)}", expected one of the five.`,
      hint: 'Report this.',
    });
  }
  return configuration;
}

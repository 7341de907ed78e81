import { connectChannel } from '../../../channel/client.ts';
import type { Listing } from '../../runner.ts';
import type { CucumberSetup } from '../cucumber.ts';
import { type StrayErrors, watchStrayErrors } from '../stray-errors.ts';
import { type Features, loadFeatures } from './features.ts';

/** The process that holds cucumber for one step: loads the steps once, lists, runs what it is told to, and ends. */
const channel = await connectChannel('session');
let setup: CucumberSetup | null = null;
let features: Features | null = null;
let exitCode = 0;
let lastCheck: string | null = null;
const strays = watchStrayErrors(() => lastCheck);

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'list':
      return list(value as CucumberSetup);
    case 'run':
      return run(value as readonly string[]);
    case 'close':
      setImmediate(() => process.exit(strays.length > 0 ? 1 : exitCode));
      return null;
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function list(given: CucumberSetup): Promise<Listing> {
  setup = given;
  features = await loadFeatures(given);
  return features.listing;
}

/**
 * Runs exactly the given checks and answers the errors that belong to none. The exit code says whether all of them passed and
 * nothing else failed.
 */
async function run(ids: readonly string[]): Promise<StrayErrors> {
  if (setup === null || features === null) throw new RangeError('run before list');
  const onScenario = (name: string) => {
    lastCheck = name;
  };
  const allPassed = await features.run(ids, { channel, messagesFile: setup.messagesFile, onScenario });
  exitCode = allPassed ? 0 : 1;
  return strays;
}

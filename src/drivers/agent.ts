import { connectChannel } from '../channel/client.ts';
import type { Driver } from '../target/driver.ts';
import type { Wire } from '../target/wire.ts';
import { type AgentConfiguration, agentVariable } from './agent-protocol.ts';
import { askCanary } from './canary.ts';
import { loadDriver } from './index.ts';

/** The child that holds a driver for the run itself, so that no foreign code ever runs in the judging process. */
const channel = await connectChannel('session');
const configuration = JSON.parse(process.env[agentVariable] ?? '{}') as AgentConfiguration;
const address = { url: configuration.url, options: configuration.options };
let loaded: Promise<Driver> | null = null;

channel.onCommand(async (name, value) => {
  loaded ??= loadDriver(configuration.driver, configuration.projectDir);
  const driver = await loaded;
  switch (name) {
    case 'describe':
      return driver.describe(address);
    case 'probe':
      return { detail: `${(await driver.describe(address)).name} answers` };
    case 'canary':
      return canary(driver, (value as { readonly runId: string }).runId);
    case 'leftovers':
      return driver.leftovers(address, (value as { readonly runId: string }).runId, wire);
    case 'close':
      setImmediate(() => process.exit(0));
      return null;
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

let intents = 0;
const wire: Wire = {
  intent: async ({ operation, request, idempotencyKey }) => {
    intents += 1;
    const intentId = `agent/${process.pid}/${intents}`;
    await channel.record({ kind: 'intent', intentId, checkId: 'agent', operation, request, idempotencyKey });
    return intentId;
  },
  outcome: (intentId, outcome, detail) => {
    void channel.record({ kind: 'outcome', intentId, outcome, detail });
  },
  exchange: () => undefined,
};

async function canary(driver: Driver, runId: string) {
  const description = await driver.describe(address);
  const session = await driver.open(address, { runId, key: 'canary', today: '2026-01-01', wire });
  try {
    return await askCanary(session, description);
  } finally {
    await session.close();
    await channel.settled();
  }
}

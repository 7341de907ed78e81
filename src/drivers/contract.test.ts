import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { contract } from '../target/contract/contract.ts';
import type { TargetDescription } from '../target/description.ts';
import type { Driver, TargetAddress } from '../target/driver.ts';
import type { Wire } from '../target/wire.ts';
import { loadDriver } from './index.ts';
import { verifyClause } from './verify-clause.ts';

/** Each shipped driver with a target to try it on. A driver without a line here is not under contract. */
const shipped: readonly {
  readonly name: string;
  start(): Promise<{ readonly url: string; close(): Promise<unknown> }>;
}[] = [{ name: 'sandbox', start: () => startSandbox({ port: 0, dataDir: null, defect: null }) }];

const silentWire: Wire = {
  intent: async () => '',
  outcome: () => undefined,
  exchange: () => undefined,
};
const runId = 'contract';

describe.each(shipped)('the $name driver', ({ name, start }) => {
  let driver: Driver;
  let address: TargetAddress;
  let description: TargetDescription;
  let stop: () => Promise<unknown>;

  beforeAll(async () => {
    const target = await start();
    driver = await loadDriver(name, '/');
    address = { url: target.url, options: {} };
    description = await driver.describe(address);
    stop = target.close;
  });

  afterAll(async () => {
    expect(await driver.leftovers(address, runId, silentWire)).toEqual([]);
    await stop();
  });

  test.each(contract.map((clause) => [clause.promise, clause] as const))('%s', async (_promise, clause) => {
    const proven = await verifyClause(clause, { driver, address, description, runId, wire: silentWire });
    expect(proven).toEqual({ result: 'kept', detail: '' });
  });
});

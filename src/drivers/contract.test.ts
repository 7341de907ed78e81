import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import type { ContractWorld } from '../target/contract/clause.ts';
import { contract } from '../target/contract/contract.ts';
import type { Driver, TargetAddress } from '../target/driver.ts';
import type { TargetSession } from '../target/session.ts';
import type { Intent, Wire } from '../target/wire.ts';
import { loadDriver } from './index.ts';

/** Each shipped driver with a target to try it on. A driver without a line here is not under contract. */
const shipped: readonly {
  readonly name: string;
  start(): Promise<{ readonly url: string; close(): Promise<unknown> }>;
}[] = [{ name: 'sandbox', start: () => startSandbox({ port: 0, dataDir: null, defect: null }) }];

const announced: Intent[] = [];
const silentWire: Wire = {
  intent: async (intent) => String(announced.push(intent)),
  outcome: () => undefined,
  exchange: () => undefined,
};

const unknown = { outcome: 'unknown', detail: '' } as const;

describe.each(shipped)('the $name driver', ({ name, start }) => {
  let driver: Driver;
  let address: TargetAddress;
  let stop: () => Promise<unknown>;
  const sessions: TargetSession[] = [];

  beforeAll(async () => {
    const target = await start();
    driver = await loadDriver(name, '/');
    address = { url: target.url, options: {} };
    stop = target.close;
  });

  afterAll(async () => {
    for (const session of sessions.slice(1)) await session.close().catch(() => undefined);
    expect(await driver.leftovers(address, 'contract', silentWire)).toHaveLength(1);
    await driver.cleanUp(address, 'another run', silentWire);
    expect(await driver.leftovers(address, 'contract', silentWire)).toHaveLength(1);
    await driver.cleanUp(address, 'contract', silentWire);
    expect(await driver.leftovers(address, 'contract', silentWire)).toEqual([]);
    await stop();
  });

  test.each(contract.map((clause) => [clause.promise, clause] as const))('%s', async (_promise, clause) => {
    const description = await driver.describe(address);
    const absent = clause.needs.filter((need) => description.capabilities[need] === 'absent');
    expect(absent).toEqual([]);
    const world: ContractWorld = {
      description,
      announced,
      settle: driver.settle
        ? async (write) =>
            (await driver.settle?.(address, { runId: 'contract', ...write }, silentWire)) ?? unknown
        : null,
      open: async (key, today) => {
        const session = await driver.open(address, { runId: 'contract', key, today, wire: silentWire });
        sessions.push(session);
        return session;
      },
    };
    await clause.verify(world);
  });

  test('a session is resumed by its handle from anywhere', async () => {
    const request = { runId: 'contract', key: 'resume', today: '2026-05-01', wire: silentWire };
    const first = await driver.open(address, request);
    sessions.push(first);
    const again = await driver.resume(address, { ...request, key: 'resume-2' }, first.handle);
    expect(await again.today()).toBe('2026-05-01');
  });
});

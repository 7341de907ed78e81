import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { buildSandbox } from '../build-sandbox.ts';
import { flatFee, TestWorld } from '../test-world.ts';

const waitMs = 60_000;

/** Where nobody listens, so that each delivery is tried again and again. */
const nowhere = { url: 'http://127.0.0.1:1/hook' };

/** Something happened of which a receiver must hear who is not there. */
async function tellNobody(world: TestWorld): Promise<void> {
  await world.ok('POST', '/v1/webhooks', nowhere);
  await world.publish('gold', [flatFee('10.00')]);
  await world.subscribe(await world.customer(), 'gold');
}

test('a tenant that is deleted while a delivery is tried again takes nothing down, and ends no delivery of another', async () => {
  await using world = await TestWorld.open('2026-01-01');
  await tellNobody(world);
  await world.call('DELETE', '/v1/tenants?runId=run');
  await using other = await TestWorld.openIn(world.app, '2026-01-01');
  await tellNobody(other);
  // An error that nobody waits for would end the process; vitest makes it a failure of this file.
  await pause(400);
  expect((await other.call('GET', '/v1/clock')).status).toBe(200);
});

interface Told {
  readonly deliveries: readonly { readonly state: string; readonly pausesMs: readonly number[] }[];
}

test('what was being tried when the process ended is tried on by the next one, from where it stood', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'tollgate-deliveries-'));
  const dying = await buildSandbox({ dataDir: folder.path, defect: null });
  const world = await TestWorld.openIn(dying, '2026-01-01');
  await tellNobody(world);
  await vi.waitFor(
    async () => {
      const { deliveries } = await world.ok<Told>('GET', '/v1/webhook-deliveries');
      expect(deliveries[0]?.pausesMs[0]).toBe(100);
    },
    { timeout: waitMs, interval: 5 },
  );
  await dying.close();

  await using again = world.restartedAs(await buildSandbox({ dataDir: folder.path, defect: null }));
  await vi.waitFor(
    async () => {
      const { deliveries } = await again.ok<Told>('GET', '/v1/webhook-deliveries');
      expect(deliveries.filter(({ state }) => state === 'pending')).toEqual([]);
      // Three attempts, and a pause between each two of them, as if nothing had happened.
      expect(deliveries[0]).toMatchObject({ state: 'given-up', pausesMs: [100, 200] });
    },
    { timeout: waitMs },
  );
});

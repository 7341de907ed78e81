import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { flatFee, TestWorld } from '../test-world.ts';

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

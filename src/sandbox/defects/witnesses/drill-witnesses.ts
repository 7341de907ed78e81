import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

/** What a receiver hears of one order, of which `lost` events are lost, and then of all of it again. */
export const drillWitnesses: Readonly<Record<string, Witness>> = {
  'told-again-under-new-identity': {
    today: '2026-01-01',
    right: 2,
    wrong: 4,
    look: async (world) => new Set((await heard(world, { lost: 0, wanted: 4 })).map(({ id }) => id)).size,
  },
  'lost-event-not-told-again': {
    today: '2026-01-01',
    right: 3,
    wrong: 2,
    look: async (world) => (await heard(world, { lost: 1, wanted: 3 })).length,
  },
  'events-without-order': {
    today: '2026-01-01',
    right: [1, 2],
    wrong: [1, 1],
    look: async (world) =>
      (await heard(world, { lost: 0, wanted: 4 })).slice(0, 2).map(({ sequence }) => sequence),
  },
  'retries-at-equal-distance': {
    today: '2026-01-01',
    right: ['given-up after 100 200', 'given-up after 100 200'],
    wrong: ['given-up after 10 10', 'given-up after 10 10'],
    look: (world) => unheard(world),
  },
  'given-up-listed-as-delivered': {
    today: '2026-01-01',
    right: ['given-up after 100 200', 'given-up after 100 200'],
    wrong: ['delivered after 100 200', 'delivered after 100 200'],
    look: (world) => unheard(world),
  },
  'given-up-not-told-again': {
    today: '2026-01-01',
    right: 4,
    wrong: 2,
    look: async (world) => {
      await unheard(world);
      await world.ok('POST', '/v1/webhook-deliveries', { order: 'as-happened' });
      return (await logOf(world)).length;
    },
  },
};

interface Logged {
  readonly state: string;
  readonly pausesMs: readonly number[];
}

async function logOf(world: TestWorld): Promise<readonly Logged[]> {
  return (await world.ok<{ deliveries: readonly Logged[] }>('GET', '/v1/webhook-deliveries')).deliveries;
}

/** What becomes of two events for an address at which nobody listens. */
async function unheard(world: TestWorld): Promise<readonly string[]> {
  await world.ok('POST', '/v1/webhooks', { url: 'http://127.0.0.1:9/' });
  await world.publish('gold', [flatFee('10.00')]);
  await world.subscribe(await world.customer(), 'gold');
  for (;;) {
    const log = await logOf(world);
    if (log.every(({ state }) => state !== 'pending'))
      return log.map(({ state, pausesMs }) => `${state} after ${pausesMs.join(' ')}`);
    await pause(25);
  }
}

interface Heard {
  readonly id: string;
  readonly sequence: number;
}

async function heard(
  world: TestWorld,
  { lost, wanted }: { readonly lost: number; readonly wanted: number },
): Promise<readonly Heard[]> {
  const events: Heard[] = [];
  const server = createServer(async (request, response) => {
    events.push(JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as Heard);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await world.ok('POST', '/v1/webhooks', { url: `http://127.0.0.1:${port}/` });
    await world.ok('POST', '/v1/webhook-losses', { count: lost });
    await world.publish('gold', [flatFee('10.00')]);
    await world.subscribe(await world.customer(), 'gold');
    await world.ok('POST', '/v1/webhook-deliveries', { order: 'as-happened' });
    for (let waited = 0; events.length < wanted && waited < 40; waited += 1) await pause(25);
    return events;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

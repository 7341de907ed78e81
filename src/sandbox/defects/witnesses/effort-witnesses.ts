import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

/** Rows that a bill run reads however many customers there are. */
const fixed = 4;

/** Work that grows faster than the books, and calls that meet. */
export const effortWitnesses: Readonly<Record<string, Witness>> = {
  // Three customers with a claim each read nine more rows than they would one by one, six of them for each other.
  'claims-of-everybody-read': {
    today: '2026-01-01',
    right: 0,
    wrong: 6,
    look: async (world) => {
      await customers(world, 1);
      const one = await billRun(world);
      await customers(world, 2, 2);
      const three = await billRun(world);
      return three - 3 * one + 2 * fixed;
    },
  },
  'repeats-looked-for-everywhere': {
    today: '2026-01-01',
    right: 0,
    wrong: 5,
    look: async (world) => {
      const [customerId = ''] = await customers(world, 1);
      await world.send(customerId, events(0, 5));
      const first = await rowsRead(world);
      await world.send(customerId, events(5, 10));
      const second = await rowsRead(world);
      await world.send(customerId, events(10, 15));
      return (await rowsRead(world)) - second - (second - first);
    },
  },
  'list-reads-everybody': {
    today: '2026-01-01',
    right: 0,
    wrong: 3,
    look: async (world) => {
      const [customerId = ''] = await customers(world, 1);
      const alone = await readingOf(world, customerId);
      await customers(world, 3, 2);
      return (await readingOf(world, customerId)) - alone;
    },
  },
  'billing-jobs-overlap': {
    today: '2026-01-01',
    right: 3,
    wrong: 4,
    look: async (world) => {
      const [customerId = ''] = await customers(world, 1);
      await Promise.all([world.advance('2026-03-01'), world.advance('2026-03-01')]);
      return (await world.invoices(customerId)).flatMap(({ lines }) => lines).length;
    },
  },
  'account-lock-not-got': {
    today: '2026-01-01',
    right: [201, 201],
    wrong: [201, 500],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      const order = { customerId, plan: 'gold', start: '2026-01-01', quantity: '1', billing: 'anniversary' };
      const answers = await Promise.all(
        ['a', 'b'].map((key) => world.call('POST', '/v1/subscriptions', { ...order, key })),
      );
      return answers.map(({ status }) => status).toSorted();
    },
  },
};

async function customers(world: TestWorld, count: number, from = 1): Promise<readonly string[]> {
  if (from === 1) await world.publish('gold', [flatFee('10.00'), perCall('1.00')]);
  const ids: string[] = [];
  for (let number = from; number < from + count; number += 1) {
    const id = await world.customer({ key: `c${number}` });
    await world.subscribe(id, 'gold', { key: `s${number}` });
    ids.push(id);
  }
  return ids;
}

async function rowsRead(world: TestWorld): Promise<number> {
  return (await world.ok<{ rowsRead: number }>('GET', '/v1/effort')).rowsRead;
}

async function readingOf(world: TestWorld, customerId: string): Promise<number> {
  const before = await rowsRead(world);
  await world.invoices(customerId);
  return (await rowsRead(world)) - before;
}

async function billRun(world: TestWorld): Promise<number> {
  const before = await rowsRead(world);
  await world.ok('POST', '/v1/bill-runs', { date: '2026-01-01' });
  return (await rowsRead(world)) - before;
}

function events(from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) => ({
    id: `e${from + index}`,
    quantity: '1',
    at: '2026-01-01T10:00:00Z',
  }));
}

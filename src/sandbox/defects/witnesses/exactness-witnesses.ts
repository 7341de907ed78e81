import { perCall, type TestWorld } from '../../test-world.ts';
import { payer, paying } from './payer.ts';
import type { Witness } from './witness.ts';

/** Rules that hold in nearly every month, and for nearly every id and amount. */
export const exactnessWitnesses: Readonly<Record<string, Witness>> = {
  'event-ids-without-case': {
    today: '2026-01-01',
    right: ['accepted', 'accepted'],
    wrong: ['accepted', 'duplicate'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      const send = (id: string) =>
        world.send(customerId, [{ id, quantity: '1', at: '2026-01-10T12:00:00Z' }]);
      return [await send('event-a'), await send('event-A')];
    },
  },
  'key-alone-tells-repeats': {
    today: '2026-01-01',
    right: [201, 409],
    wrong: [201, 201],
    look: async (world) => {
      const pays = await payer(world);
      const first = await paying(pays, 'p1', { amount: '1.00' });
      return [first.status, (await paying(pays, 'p1', { amount: '2.00' })).status];
    },
  },
  'round-amount-read-without-exponent': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '1.00',
    look: async (world) => (await tenUnitsAt(world, '10')).amount,
  },
  // 2028 is a leap year.
  'leap-day-never-ends-a-period': {
    today: '2026-01-01',
    right: '2028-02-29',
    wrong: '2028-02-28',
    look: async (world) => {
      const question = {
        kind: 'periods',
        start: '2028-01-31',
        interval: { unit: 'month', count: 1 },
        billing: 'anniversary',
        count: 1,
      };
      const { periods } = await world.ok<{ periods: { to: string }[] }>('POST', '/v1/preview', question);
      return periods[0]?.to;
    },
  },
  // 10 units at 5.12345.
  'still-to-bill-to-two-places': {
    today: '2026-01-01',
    right: '51.2345',
    wrong: '51.23',
    look: async (world) => (await tenUnitsAt(world, '5.12345')).unrounded,
  },
};

function tenUnitsAt(world: TestWorld, unit: string): Promise<{ amount: string; unrounded: string }> {
  return world.ok('POST', '/v1/preview', {
    kind: 'rating',
    currency: 'EUR',
    price: { kind: 'per-unit', unit },
    quantity: '10',
    alreadyBilled: '0',
    runningTotals: [],
    minimum: null,
    maximum: null,
  });
}

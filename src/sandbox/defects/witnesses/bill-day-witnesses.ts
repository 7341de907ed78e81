import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 a month from 1 April on; its bill day is moved. */
export const billDayWitnesses: Readonly<Record<string, Witness>> = {
  'bill-day-stays-at-end-of-february': {
    today: '2027-02-01',
    // One of 28 days of February is given back.
    right: ['02-01 30.00', '02-28 28.93', '03-31 30.00'],
    wrong: ['02-01 30.00', '02-28 28.93', '03-28 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world, { start: '2027-02-01' });
      await moved(world, id, { day: 31, from: '2027-02-10' });
      return billsUntil(world, customerId, '2027-04-05');
    },
  },
  'usage-keeps-months-of-old-bill-day': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-15 24.00'],
    wrong: ['04-01 30.00', '04-15 14.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00'), perCall('1.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      await world.send(customerId, [{ id: 'e1', quantity: '10', at: '2026-04-05T12:00:00Z' }]);
      await moved(world, id, { day: 15, from: '2026-04-10' });
      return billsUntil(world, customerId, '2026-04-30');
    },
  },
  'moved-bill-day-at-once': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-15 14.00'],
    wrong: ['04-01 30.00', '04-10 9.00'],
    look: (world) => billsOfMove(world, { day: 15, from: '2026-04-10', until: '2026-04-30' }),
  },
  'bill-day-of-last-day-waits': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-30 29.00', '05-30 30.00'],
    // The last two of 31 days of May are given back.
    wrong: ['04-01 30.00', '05-01 30.00', '05-30 28.06'],
    look: (world) => billsOfMove(world, { day: 30, from: '2026-04-30', until: '2026-06-10' }),
  },
  'moved-bill-day-charged-twice': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-15 14.00'],
    wrong: ['04-01 30.00', '04-15 30.00'],
    look: (world) => billsOfMove(world, { day: 15, from: '2026-04-10', until: '2026-04-30' }),
  },
  'moved-bill-day-loses-month-end': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-30 29.00', '05-31 30.00'],
    wrong: ['04-01 30.00', '04-30 29.00', '05-30 30.00'],
    look: (world) => billsOfMove(world, { day: 31, from: '2026-04-10', until: '2026-05-31' }),
  },
  'moved-bill-day-waits-a-month': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-16 15.00'],
    wrong: ['04-01 30.00'],
    look: (world) => billsOfMove(world, { day: 16, from: '2026-04-16', until: '2026-04-30' }),
  },
  'bill-day-of-change-ignored': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-16 45.00'],
    wrong: ['04-01 30.00', '04-16 15.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro', billDay: 16 } });
      return billsUntil(world, customerId, '2026-04-30');
    },
  },
};

async function moved(world: TestWorld, id: string, to: { day: number; from: string }): Promise<void> {
  await world.advance(to.from);
  await world.ok('POST', `/v1/subscriptions/${id}/bill-day`, to);
}

async function billsOfMove(
  world: TestWorld,
  { until, ...to }: { day: number; from: string; until: string },
): Promise<readonly string[]> {
  const { customerId, id } = await basicFromApril(world);
  await moved(world, id, to);
  return billsUntil(world, customerId, until);
}

import { flatFee } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen, perSeat, subscriber } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const april = { today: '2026-04-01' };

/** Two things on one day, and the first day of a period. */
export const sameDayWitnesses: Readonly<Record<string, Witness>> = {
  'second-seats-of-a-day-lost': {
    ...april,
    // EUR 6.00 a seat: on 16 April, half of the month, 4 more, then 1 more; 6 from May on.
    right: ['04-01 6.00', '04-16 12.00', '04-16 3.00', '05-01 36.00'],
    wrong: ['04-01 6.00', '04-16 12.00', '05-01 30.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01' });
      for (const quantity of ['5', '6'])
        await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'return-refused-after-change-of-its-day': {
    ...april,
    // 20 of 30 days given back, then 10 of 30 of the dearer plan.
    right: ['04-01 30.00', '04-11 -20.00', '04-21 20.00', '05-01 60.00'],
    wrong: ['04-01 30.00', '04-11 -20.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'change', on: '2026-04-21', body: { plan: 'pro' } });
      await happen(world, id, { act: 'resume', on: '2026-04-21' }).catch(() => undefined);
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'back-on-first-day-of-period-for-nothing': {
    ...april,
    right: ['04-01 30.00', '04-11 -20.00', '05-01 30.00', '06-01 30.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '06-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'resume', on: '2026-05-01' });
      return billsUntil(world, customerId, '2026-06-15');
    },
  },
};

import { flatFee, perCall } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen, perSeat, subscriber, tell } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const april = { today: '2026-04-01' } as const;
const year = { interval: { unit: 'year', count: 1 } };

/** What happens to a subscription between its order and its end. */
export const subscriptionWitnesses: Readonly<Record<string, Witness>> = {
  'paused-days-not-given-back': {
    ...april,
    right: ['04-01 30.00', '04-11 -20.00', '04-21 10.00'],
    wrong: ['04-01 30.00', '04-21 10.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'resume', on: '2026-04-21' });
      return billsUntil(world, customerId, '2026-04-25');
    },
  },
  'planned-pause-at-once': {
    ...april,
    right: ['04-01 30.00', '04-16 -15.00'],
    wrong: ['04-01 30.00', '04-11 -20.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.advance('2026-04-11');
      await tell(world, id, { act: 'pause', on: '2026-04-16' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-asked-on-last-day-wait': {
    ...april,
    right: ['04-01 6.00', '05-01 12.00', '06-01 12.00'],
    wrong: ['04-01 6.00', '05-01 6.00', '06-01 12.00'],
    look: async (world) => {
      await world.publish('seats', [perSeat]);
      const { customerId, id } = await subscriber(world, 'seats', { start: '2026-04-01' });
      await world.advance('2026-04-30');
      await tell(world, id, { act: 'quantity', body: { quantity: '2' } });
      return billsUntil(world, customerId, '2026-06-15');
    },
  },
  'undone-change-takes-planned-end': {
    ...april,
    // 16 of the 31 days of May are given back.
    right: ['04-01 30.00', '05-01 30.00', '05-16 -15.48'],
    wrong: ['04-01 30.00', '05-01 30.00', '06-01 30.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'change', on: '2026-05-10', body: { plan: 'pro' } });
      await tell(world, id, { act: 'cancel', on: '2026-05-16' });
      await world.advance('2026-04-20');
      await tell(world, id, { act: 'undo', body: { what: 'change' } });
      return billsUntil(world, customerId, '2026-06-15');
    },
  },
  'new-order-takes-end-back': {
    ...april,
    right: ['04-01 30.00', '04-10 30.00', '04-20 -11.00'],
    wrong: ['04-01 30.00', '04-10 30.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'cancel', on: '2026-04-20' });
      await world.advance('2026-04-10');
      await world.subscribe(customerId, 'basic', { key: 's2', start: '2026-04-10' });
      return billsUntil(world, customerId, '2026-05-05');
    },
  },
  'paid-once-this-month': {
    ...april,
    right: ['04-01 30.00', '04-11 -20.00', '04-11 30.00', '05-11 30.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '05-11 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'cancel', on: '2026-04-11' });
      await world.subscribe(customerId, 'basic', { key: 's2', start: '2026-04-11' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-of-change-to-two-places': {
    ...april,
    // 20 of 30 days: 1.125 seats at EUR 6.00 more than the one that is given back.
    right: ['04-01 6.00', '04-11 4.50'],
    wrong: ['04-01 6.00', '04-11 4.48'],
    look: async (world) => {
      await world.publish('seats', [perSeat]);
      const { customerId, id } = await subscriber(world, 'seats', { start: '2026-04-01' });
      await happen(world, id, { act: 'quantity', on: '2026-04-11', body: { quantity: '2.125' } });
      return billsUntil(world, customerId, '2026-04-25');
    },
  },
  'paused-add-on-waits-for-base': {
    ...april,
    right: ['04-01 30.00', '04-01 6.00', '04-11 -4.00', '05-01 30.00'],
    wrong: ['04-01 30.00', '04-01 6.00', '05-01 26.00'],
    look: async (world) => {
      await world.publish('backup', [flatFee('6.00')]);
      const { customerId, id: addOnTo } = await basicFromApril(world);
      const order = { key: 's2', start: '2026-04-01', addOnTo };
      const id = await world.subscribe(customerId, 'backup', order);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'order-empties-the-meter': {
    ...april,
    right: ['05-01 7.00'],
    wrong: [],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.send(customerId, [{ id: 'e1', quantity: '7', at: '2026-04-01T00:30:00Z' }]);
      await world.subscribe(customerId, 'metered', { start: '2026-04-01' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'resume-moves-day-of-billing': {
    ...april,
    right: ['04-01 30.00', '04-11 -20.00', '04-21 10.00', '05-01 30.00'],
    // All of a month from 21 April on, and the next one from 21 May on.
    wrong: ['04-01 30.00', '04-11 -20.00', '04-21 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'resume', on: '2026-04-21' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'second-pause-parks-account': {
    ...april,
    // A day of the year from 1 April 2026 is EUR 1.00; 10, 20, 30 and 40 days are over.
    right: ['04-01 365.00', '04-11 -355.00', '04-21 345.00', '05-01 -335.00', '05-11 325.00'],
    wrong: ['04-01 365.00', '04-11 -355.00', '04-21 345.00'],
    look: async (world) => {
      await world.publish('annual', [flatFee('365.00')], year);
      const { customerId, id } = await subscriber(world, 'annual', { start: '2026-04-01' });
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'resume', on: '2026-04-21' });
      await happen(world, id, { act: 'pause', on: '2026-05-01' });
      await happen(world, id, { act: 'resume', on: '2026-05-11' });
      return billsUntil(world, customerId, '2026-06-01');
    },
  },
  'upgrade-repairs-paused-again': {
    ...april,
    right: ['04-01 30.00', '04-11 -20.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '04-15 -20.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await world.advance('2026-04-15');
      await world.ok('POST', '/v1/upgrade');
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-change-with-next-bill': {
    ...april,
    right: ['04-01 30.00', '04-16 9.00', '05-01 48.00'],
    wrong: ['04-01 30.00', '05-01 48.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01', quantity: '5' });
      await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity: '8' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-charged-from-period-start': {
    ...april,
    right: ['04-01 30.00', '04-16 9.00', '05-01 48.00'],
    wrong: ['04-01 30.00', '04-16 18.00', '05-01 48.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01', quantity: '5' });
      await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity: '8' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'replaced-part-not-given-back': {
    ...april,
    right: ['04-01 30.00', '04-16 9.00', '05-01 48.00'],
    wrong: ['04-01 30.00', '04-16 24.00', '05-01 48.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01', quantity: '5' });
      await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity: '8' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'newer-price-within-period': {
    ...april,
    right: ['04-01 30.00', '04-16 9.00'],
    // 5 seats of 6.00 are given back for half a month, 8 of 9.00 are charged.
    wrong: ['04-01 30.00', '04-16 21.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const dearer = { ...perSeat, price: { kind: 'per-unit', unit: '9.00' } } as const;
      await world.publish('team', [dearer], { effectiveFrom: '2026-04-10' });
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01', quantity: '5' });
      await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity: '8' } });
      return billsUntil(world, customerId, '2026-04-20');
    },
  },
  'late-change-counts-from-telling': {
    ...april,
    right: ['04-01 30.00', '04-21 15.00'],
    wrong: ['04-01 30.00', '04-21 10.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('pro', [flatFee('60.00')]);
      await world.advance('2026-04-21');
      await tell(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-04-25');
    },
  },
  'change-moves-day-of-billing': {
    ...april,
    right: ['04-01 30.00', '04-16 15.00', '05-01 60.00'],
    wrong: ['04-01 30.00', '04-16 45.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('pro', [flatFee('60.00')]);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'year-keeps-day-of-month': {
    ...april,
    // Half of April is given back; a year from 1 April has 350 days left on the 16th, at EUR 1.00.
    right: ['04-01 30.00', '04-16 350.00'],
    wrong: ['04-01 30.00', '04-16 335.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('annual', [flatFee('365.00')], year);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'annual' } });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'undone-cancellation-stays': {
    ...april,
    right: ['04-01 30.00', '05-01 30.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'cancel' });
      await tell(world, id, { act: 'undo', body: { what: 'cancellation' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'undone-change-still-comes': {
    ...april,
    right: ['04-01 30.00', '05-01 30.00'],
    wrong: ['04-01 30.00', '05-01 60.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('pro', [flatFee('60.00')]);
      await tell(world, id, { act: 'change', body: { plan: 'pro' } });
      await tell(world, id, { act: 'undo', body: { what: 'change' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'undo-forgets-add-ons': {
    ...april,
    right: ['04-01 30.00', '04-01 5.00', '05-01 35.00'],
    wrong: ['04-01 30.00', '04-01 5.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('backup', [flatFee('5.00')]);
      await world.subscribe(customerId, 'backup', { key: 's2', start: '2026-04-01', addOnTo: id });
      await tell(world, id, { act: 'cancel' });
      await tell(world, id, { act: 'undo', body: { what: 'cancellation' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'plan-versions-bill-one-usage': {
    ...april,
    right: ['05-01 3.00'],
    // 3 calls at 1.00; then the same calls at 2.00, of which 3.00 are known to be billed.
    wrong: ['05-01 6.00'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      await world.publish('metered', [perCall('2.00')], { effectiveFrom: '2026-04-15' });
      const { customerId } = await subscriber(world, 'metered', { start: '2026-04-01' });
      await world.send(customerId, [{ id: 'e1', quantity: '3', at: '2026-04-10T12:00:00Z' }]);
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
};

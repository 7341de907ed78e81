import { perCall, type TestWorld } from '../../test-world.ts';
import { usageIn, type Witness } from './witness.ts';

const january = { from: '2026-01-01', to: '2026-02-01' };

const tiers = [
  { upTo: '10', unit: '1', flat: '5' },
  { upTo: null, unit: '1', flat: '0' },
];

/** From the usage to its price. */
export const ratingWitnesses: Readonly<Record<string, Witness>> = {
  'short-month-is-no-month': {
    today: '2026-01-01',
    right: '30.00',
    wrong: '27.00',
    look: async (world) => {
      const whole = { from: '2026-01-31', to: '2026-02-28' };
      const asked = { kind: 'proration', currency: 'EUR', amount: '30', dayCount: 'fixed-30' };
      const question = { ...asked, whole, used: whole };
      return (await world.ok<{ amount: string }>('POST', '/v1/preview', question)).amount;
    },
  },
  'retry-without-identity': {
    today: '2026-01-01',
    right: ['accepted duplicate', '1'],
    wrong: ['accepted accepted', '2'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      const event = { id: 'e1', quantity: '1', at: '2026-01-10T12:00:00Z' };
      return [await world.send(customerId, [event, event]), await usageIn(world, customerId, january)];
    },
  },
  'late-retry-on-next-bill': {
    today: '2026-01-01',
    right: ['accepted', 'duplicate', '0'],
    wrong: ['accepted', 'accepted', '1'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      const event = { id: 'e1', quantity: '1', at: '2026-01-10T12:00:00Z' };
      const first = await world.send(customerId, [event]);
      await world.advance('2026-02-01');
      const again = await world.send(customerId, [event]);
      return [first, again, await usageIn(world, customerId, { from: '2026-02-01', to: '2026-03-01' })];
    },
  },
  'usage-billed-twice-outside-utc': {
    today: '2026-01-01',
    right: ['1', '0'],
    wrong: ['1', '1'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer({ timeZone: 'America/Los_Angeles' });
      await world.send(customerId, [{ id: 'e1', quantity: '1', at: '2026-02-01T07:00:00Z' }]);
      const february = { from: '2026-02-01', to: '2026-03-01' };
      return [await usageIn(world, customerId, january), await usageIn(world, customerId, february)];
    },
  },
  'rejected-usage-answered-as-accepted': {
    today: '2026-01-01',
    right: ['rejected', '0'],
    wrong: ['accepted', '0'],
    look: async (world) => {
      const customerId = await world.customer();
      const event = { id: 'e1', quantity: '1', at: '2026-01-10T12:00:00Z' };
      return [await world.send(customerId, [event]), await usageIn(world, customerId, january)];
    },
  },
  'late-usage-refused': {
    today: '2026-01-20',
    right: ['accepted', '1'],
    wrong: ['too-late', '0'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      const event = { id: 'e1', quantity: '1', at: '2026-01-10T12:00:00Z' };
      return [await world.send(customerId, [event]), await usageIn(world, customerId, january)];
    },
  },
  'first-unit-of-tier-at-old-price': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '5.00',
    look: (world) => ratedAmount(world, { price: { kind: 'stairstep', tiers: unitless }, quantity: '11' }),
  },
  'full-package-opens-another': {
    today: '2026-01-01',
    right: '10.00',
    wrong: '20.00',
    look: (world) => {
      const price = { kind: 'package', packageSize: '10', packagePrice: '10', freeUnits: '0' };
      return ratedAmount(world, { price, quantity: '10' });
    },
  },
  'tier-by-whole-units': {
    today: '2026-01-01',
    right: '0.00',
    wrong: '5.00',
    look: (world) => ratedAmount(world, { price: { kind: 'stairstep', tiers: unitless }, quantity: '10.5' }),
  },
  'begun-package-not-charged': {
    today: '2026-01-01',
    right: '20.00',
    wrong: '10.00',
    look: (world) => {
      const price = { kind: 'package', packageSize: '10', packagePrice: '10', freeUnits: '0' };
      return ratedAmount(world, { price, quantity: '11' });
    },
  },
  'flat-fee-times-quantity': {
    today: '2026-01-01',
    right: '10.00',
    wrong: '30.00',
    look: (world) => ratedAmount(world, { price: { kind: 'flat', amount: '10' }, quantity: '3' }),
  },
  'minimum-not-charged': {
    today: '2026-01-01',
    right: '100.00',
    wrong: '3.00',
    look: (world) =>
      ratedAmount(world, { price: { kind: 'per-unit', unit: '1' }, quantity: '3', minimum: '100' }),
  },
  'maximum-ignored': {
    today: '2026-01-01',
    right: '2.00',
    wrong: '3.00',
    look: (world) =>
      ratedAmount(world, { price: { kind: 'per-unit', unit: '1' }, quantity: '3', maximum: '2' }),
  },
  'begun-block-not-charged': {
    today: '2026-01-01',
    // 25 units in blocks of 10 are 3 blocks, or 2.5 of them.
    right: '30.00',
    wrong: '25.00',
    look: (world) =>
      ratedAmount(world, {
        price: { kind: 'graduated', tiers: [{ upTo: null, unit: '10', flat: '0', block: '10' }] },
        quantity: '25',
      }),
  },
  'amounts-rounded-down': {
    today: '2026-01-01',
    right: '0.01',
    wrong: '0.00',
    look: (world) => ratedAmount(world, { price: { kind: 'per-unit', unit: '0.009' }, quantity: '1' }),
  },
  'full-buffer-drops-an-event': {
    today: '2026-01-01',
    right: ['accepted', '150'],
    wrong: ['accepted', '149'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      const events = Array.from({ length: 150 }, (_, index) => ({
        id: `e${index}`,
        quantity: '1',
        at: '2026-01-10T12:00:00Z',
      }));
      const outcomes = new Set((await world.send(customerId, events)).split(' '));
      return [[...outcomes].join(' '), await usageIn(world, customerId, january)];
    },
  },
};

const unitless = tiers.map((tier) => ({ ...tier, unit: '0' }));

async function ratedAmount(world: TestWorld, question: object): Promise<string> {
  const usual = { kind: 'rating', currency: 'EUR', alreadyBilled: '0', runningTotals: [] };
  const body = { ...usual, minimum: null, maximum: null, ...question };
  return (await world.ok<{ amount: string }>('POST', '/v1/preview', body)).amount;
}

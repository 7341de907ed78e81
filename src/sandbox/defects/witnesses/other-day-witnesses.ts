import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, subscriber } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';
const april = '2026-04-01';

/** What holds for the usual day or customer, and not for another one. */
export const otherDayWitnesses: Readonly<Record<string, Witness>> = {
  'bill-day-29th-as-28th': {
    today: april,
    // One day of thirty is given back with the first whole month, or three.
    right: ['04-01 30.00', '04-30 29.00'],
    wrong: ['04-01 30.00', '04-28 27.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.advance('2026-04-10');
      await world.ok('POST', `/v1/subscriptions/${id}/bill-day`, { day: 30, from: '2026-04-10' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'shared-bill-day-at-most-28th': {
    today: '2026-01-31',
    // 18 of 28 days, or of 31.
    right: ['01-31 30.00', '02-10 36.00'],
    wrong: ['01-31 30.00', '02-10 32.52'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      await world.publish('club', [flatFee('56.00')]);
      const shared = { sharesBillDay: true };
      const { customerId } = await subscriber(world, 'basic', { start: '2026-01-31', ...shared });
      await world.advance('2026-02-10');
      await world.subscribe(customerId, 'club', { key: 's2', start: '2026-02-10', ...shared });
      return billsUntil(world, customerId, '2026-02-11');
    },
  },
  'second-withdrawal-ignored': {
    today: april,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId } = await soldAgain(world);
      const order = { customerId, plan: 'basic', quantity: '1', billing: 'anniversary' };
      const body = { ...order, key: 's2', start: '2026-06-20' };
      return (await world.call('POST', '/v1/subscriptions', body)).status;
    },
  },
  'only-last-withdrawal-known': {
    today: april,
    right: [1, 0, 1, 0],
    wrong: [1, 1, 1, 0],
    look: async (world) => {
      await soldAgain(world);
      const days = ['2026-04-14', '2026-04-15', '2026-05-05', '2026-06-20'];
      return Promise.all(
        days.map(
          async (day) =>
            (await world.ok<{ fees: unknown[] }>('GET', `/v1/listed-fees?date=${day}`)).fees.length,
        ),
      );
    },
  },
  'draft-waits-five-days-at-most': {
    today: april,
    right: ['04-01 30.00'],
    wrong: ['04-01 30.00', '05-06 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'days', days: 7 });
      return billsUntil(world, customerId, '2026-05-07');
    },
  },
  'threshold-at-list-price': {
    today,
    // 20 calls at EUR 1.00 as agreed, or at EUR 2.00.
    right: [],
    wrong: ['40.00'],
    look: async (world) => {
      const negotiated = [{ charge: 'calls', price: { kind: 'per-unit', unit: '1.00' } }];
      return reachedWith(world, { order: { negotiated }, quantity: '20', at: '2026-01-01T12:00:00Z' });
    },
  },
  'threshold-by-greenwich': {
    today,
    // The evening of 31 January in California.
    right: ['40.00'],
    wrong: [],
    look: (world) => {
      const timeZone = 'America/Los_Angeles';
      return reachedWith(world, { who: { timeZone }, quantity: '20', at: '2026-02-01T04:00:00Z' });
    },
  },
};

/** Basic is sold until 14 April, again from 5 May on, and until 19 June. */
async function soldAgain(world: TestWorld) {
  const contract = await basicFromApril(world);
  await world.ok('POST', '/v1/plans/basic/withdrawal', { from: '2026-04-15' });
  await world.publish('basic', [flatFee('40.00')], { effectiveFrom: '2026-05-05' });
  await world.ok('POST', '/v1/plans/basic/withdrawal', { from: '2026-06-20' });
  return contract;
}

/** What is invoiced of so many calls at EUR 2.00 that reach a threshold of EUR 30.00, or do not. */
async function reachedWith(
  world: TestWorld,
  of: { readonly who?: object; readonly order?: object; readonly quantity: string; readonly at: string },
): Promise<readonly string[]> {
  await world.publish('metered', [perCall('2.00')]);
  const customerId = await world.customer(of.who);
  const id = await world.subscribe(customerId, 'metered', of.order);
  const thresholds = [{ amount: '30.00', currency: 'EUR' }];
  await world.ok('POST', `/v1/subscriptions/${id}/thresholds`, { thresholds });
  await world.advance(of.at < '2026-02' ? today : '2026-01-31');
  await world.send(customerId, [{ id: 'e1', quantity: of.quantity, at: of.at }]);
  return (await world.invoices(customerId)).map(({ total }) => total.amount);
}

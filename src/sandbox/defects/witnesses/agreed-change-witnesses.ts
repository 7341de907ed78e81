import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen, subscriber } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '45.00' } }];

/** Basic for EUR 30.00 from 1 April on, Pro for EUR 60.00 by the list, and for EUR 45.00 as agreed. */
export const agreedChangeWitnesses: Readonly<Record<string, Witness>> = {
  'agreed-with-change-ignored': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-16 7.50', '05-01 45.00'],
    wrong: ['04-01 30.00', '04-16 15.00', '05-01 60.00'],
    look: async (world) => {
      const { customerId } = await agreedPro(world);
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'agreed-with-change-for-every-plan': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-16 7.50', '05-01 90.00'],
    wrong: ['04-01 30.00', '04-16 7.50', '05-01 45.00'],
    look: async (world) => {
      const { customerId, id } = await agreedPro(world);
      await world.publish('max', [flatFee('90.00')]);
      const timing = { kind: 'period-end' };
      await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'max', timing });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'agreed-price-reaches-back': {
    today: '2026-04-01',
    // 10 calls of the first time at 1.00, Basic for ten of thirty days; then 4 calls at 0.50 and 2 late ones at 1.00.
    right: ['04-11 30.00', '04-21 -10.00', '05-01 4.00'],
    // The twelve of the first time come to 6.00 now, of which 10.00 were billed.
    wrong: ['04-11 30.00', '04-21 -10.00', '05-01 -2.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      await world.publish('metered', [perCall('1.00')]);
      const { customerId, id } = await subscriber(world, 'metered', { start: '2026-04-01' });
      const first = { at: '2026-04-05T12:00:00Z' };
      await world.send(customerId, [{ id: 'e1', quantity: '10', ...first }]);
      await happen(world, id, { act: 'change', on: '2026-04-11', body: { plan: 'basic' } });
      const half = [{ charge: 'calls', price: { kind: 'per-unit', unit: '0.50' } }];
      const body = { plan: 'metered', negotiated: half };
      await happen(world, id, { act: 'change', on: '2026-04-21', body });
      const back = { id: 'e3', quantity: '4', at: '2026-04-21T12:00:00Z' };
      await world.send(customerId, [{ id: 'e2', quantity: '2', ...first }, back]);
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'asked-change-at-list-price': {
    today: '2026-04-01',
    right: '7.50',
    wrong: '15.00',
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      const act = { kind: 'change', subscriptionId: id, plan: 'pro', date: '2026-04-16', negotiated };
      const { invoice } = await world.ok<{ invoice: { total: { amount: string } } | null }>(
        'POST',
        `/v1/customers/${customerId}/act-preview`,
        act,
      );
      return invoice?.total.amount;
    },
  },
};

async function agreedPro(world: TestWorld) {
  await world.publish('pro', [flatFee('60.00')]);
  const contract = await basicFromApril(world);
  await happen(world, contract.id, { act: 'change', on: '2026-04-16', body: { plan: 'pro', negotiated } });
  return contract;
}

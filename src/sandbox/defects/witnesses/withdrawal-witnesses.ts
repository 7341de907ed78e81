import { flatFee, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 from 1 April on, which is sold until the 14th; Pro for EUR 60.00. */
export const withdrawalWitnesses: Readonly<Record<string, Witness>> = {
  'withdrawn-from-month-still-sold': {
    today: '2026-04-01',
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', '/v1/plans/basic/withdrawal', { from: '2026-05-01' });
      const answers: number[] = [];
      for (const day of ['2026-04-30', '2026-05-01']) {
        await world.advance(day);
        answers.push(await orderOn(world, customerId, day));
      }
      return answers;
    },
  },
  'withdrawn-plan-taken-by-change': {
    today: '2026-04-01',
    right: 422,
    wrong: 200,
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      const id = await world.subscribe(customerId, 'pro', { key: 's2', start: '2026-04-01' });
      await world.advance('2026-04-20');
      const timing = { kind: 'date', date: '2026-04-20' };
      return (await world.call('POST', `/v1/subscriptions/${id}/change`, { plan: 'basic', timing })).status;
    },
  },
  'withdrawn-plan-sold-a-day-longer': {
    today: '2026-04-01',
    right: [201, 422, 422],
    wrong: [201, 201, 422],
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      const answers: number[] = [];
      for (const day of ['2026-04-14', '2026-04-15', '2026-04-16']) {
        await world.advance(day);
        answers.push(await orderOn(world, customerId, day));
      }
      return answers;
    },
  },
  'withdrawn-with-its-version-still-sold': {
    today: '2026-04-01',
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      await world.publish('basic', [flatFee('40.00')], { effectiveFrom: '2026-04-15' });
      await world.advance('2026-04-15');
      return orderOn(world, customerId, '2026-04-15');
    },
  },
  'withdrawn-plan-ordered-ahead': {
    today: '2026-04-01',
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      return orderOn(world, customerId, '2026-04-20');
    },
  },
  'withdrawn-plan-not-billed-on': {
    today: '2026-04-01',
    right: ['04-01 30.00', '05-01 30.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'withdrawn-plan-without-name': {
    today: '2026-04-01',
    right: ['basic, fee', 'basic, fee'],
    wrong: ['basic, fee', 'fee'],
    look: async (world) => {
      const { customerId } = await basicUntil(world);
      await world.advance('2026-05-10');
      const bills = (await world.invoices(customerId)) as unknown as { lines: { text: string }[] }[];
      return bills.flatMap(({ lines }) => lines.map(({ text }) => text));
    },
  },
  'withdrawn-plan-gives-nothing-back': {
    today: '2026-04-01',
    right: ['04-01 30.00', '04-16 -15.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicUntil(world);
      await happen(world, id, { act: 'cancel', on: '2026-04-16' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'withdrawn-plan-ends-for-good': {
    today: '2026-04-01',
    right: 200,
    wrong: 422,
    look: async (world) => {
      const { id } = await basicUntil(world);
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing: { kind: 'period-end' } });
      await world.advance('2026-04-20');
      return (await world.call('POST', `/v1/subscriptions/${id}/undo`, { what: 'cancellation' })).status;
    },
  },
  'withdrawn-plan-loses-agreed-price': {
    today: '2026-04-01',
    right: ['04-01 24.00', '05-01 24.00'],
    wrong: ['04-01 24.00', '05-01 30.00'],
    look: async (world) => {
      const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '24.00' } }];
      const { customerId } = await basicUntil(world, { negotiated });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
};

async function basicUntil(world: TestWorld, order: object = {}) {
  await world.publish('pro', [flatFee('60.00')]);
  const contract = await basicFromApril(world, order);
  await world.ok('POST', '/v1/plans/basic/withdrawal', { from: '2026-04-15' });
  return contract;
}

/** How an order of Basic for the day is answered. */
async function orderOn(world: TestWorld, customerId: string, start: string): Promise<number> {
  const order = { key: start, customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' };
  return (await world.call('POST', '/v1/subscriptions', order)).status;
}

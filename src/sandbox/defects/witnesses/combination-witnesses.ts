import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { quoteOf, type Witness } from './witness.ts';

/** What goes wrong only where two things meet that are right by themselves. */
export const combinationWitnesses: Readonly<Record<string, Witness>> = {
  'first-calendar-quarter-ends-with-its-month': {
    today: '2026-02-15',
    // 45 of the 90 days of the quarter; else 14 of the 59 days up to the end of February, and a whole quarter after it.
    right: ['2026-02-15 45.00', '2026-04-01 90.00'],
    wrong: ['2026-02-15 21.36', '2026-03-01 90.00', '2026-04-01 90.00'],
    look: async (world) => {
      await world.publish('quarter', [flatFee('90.00')], { interval: { unit: 'month', count: 3 } });
      const customerId = await world.customer();
      await world.subscribe(customerId, 'quarter', { start: '2026-02-15', billing: 'calendar' });
      await world.advance('2026-04-10');
      return totals(world, customerId);
    },
  },
  'upgrade-forgets-what-is-planned': {
    today: '2026-01-01',
    right: ['2026-01-01 31.00', '2026-02-01 62.00'],
    wrong: ['2026-01-01 31.00', '2026-02-01 31.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      await world.publish('platinum', [flatFee('62.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold');
      const timing = { kind: 'period-end' };
      await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'platinum', timing });
      await world.ok('POST', '/v1/upgrade', {});
      await world.advance('2026-02-01');
      return totals(world, customerId);
    },
  },
  'preview-at-list-price': {
    today: '2026-01-01',
    right: '5.00',
    wrong: '31.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '5.00' } }];
      await world.subscribe(customerId, 'gold', { negotiated });
      return (await quoteOf(world, customerId, '2026-02-01'))?.total.amount;
    },
  },
  'large-usage-in-narrow-floats': {
    today: '2026-01-01',
    right: ['2026-02-01 16777217.00'],
    wrong: ['2026-02-01 16777216.00'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await world.send(customerId, [{ id: 'e1', quantity: '16777217', at: '2026-01-05T00:00:00Z' }]);
      await world.advance('2026-02-01');
      return totals(world, customerId);
    },
  },
  'event-behind-a-repeat-lost': {
    today: '2026-01-01',
    right: ['accepted', 'duplicate accepted', '2026-02-01 2.00'],
    wrong: ['accepted', 'duplicate accepted', '2026-02-01 1.00'],
    look: async (world) => {
      await world.publish('metered', [perCall('1.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      const event = (id: string) => ({ id, quantity: '1', at: '2026-01-05T00:00:00Z' });
      const first = await world.send(customerId, [event('e1')]);
      const second = await world.send(customerId, [event('e1'), event('e2')]);
      await world.advance('2026-02-01');
      return [first, second, ...(await totals(world, customerId))];
    },
  },
  'uplift-forgotten-after-pause': {
    today: '2026-01-01',
    // Paused and resumed within January: 4 and 17 of its 31 days are paid, then 10 % more.
    right: ['2026-01-01 31.00', '2026-01-05 -27.00', '2026-01-15 17.00', '2026-02-01 34.10'],
    wrong: ['2026-01-01 31.00', '2026-01-05 -27.00', '2026-01-15 17.00', '2026-02-01 31.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      const term = { periods: 1, atEnd: 'renew', upliftPercent: '10' };
      const id = await world.subscribe(customerId, 'gold', { term });
      await pauseInJanuary(world, id);
      return totals(world, customerId);
    },
  },
  'setup-again-after-pause': {
    today: '2026-01-01',
    right: ['2026-01-01 36.00', '2026-01-05 -27.00', '2026-01-15 17.00', '2026-02-01 31.00'],
    wrong: ['2026-01-01 36.00', '2026-01-05 -27.00', '2026-01-15 22.00', '2026-02-01 31.00'],
    look: async (world) => {
      const setup = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '5.00' } } as const;
      await world.publish('gold', [flatFee('31.00'), setup]);
      const customerId = await world.customer();
      await pauseInJanuary(world, await world.subscribe(customerId, 'gold'));
      return totals(world, customerId);
    },
  },
};

async function pauseInJanuary(world: TestWorld, id: string): Promise<void> {
  for (const [what, date] of [
    ['pause', '2026-01-05'],
    ['resume', '2026-01-15'],
  ] as const) {
    await world.advance(date);
    await world.ok('POST', `/v1/subscriptions/${id}/${what}`, { timing: { kind: 'date', date } });
  }
  await world.advance('2026-02-01');
}

async function totals(world: TestWorld, customerId: string): Promise<readonly string[]> {
  return (await world.invoices(customerId)).map(({ issueDate, total }) => `${issueDate} ${total.amount}`);
}

import { flatFee, type TestWorld } from '../../test-world.ts';
import { bookTotals } from './book-totals.ts';
import type { Witness } from './witness.ts';

/** Numbers of invoices, and data that a new version finds. */
export const numberWitnesses: Readonly<Record<string, Witness>> = {
  'amount-outgrows-its-column': {
    today: '2026-01-01',
    right: [201, 201],
    wrong: [201, 500],
    look: async (world) => [await orderAt(world, '999999.99'), await orderAt(world, '1000000.00')],
  },
  'number-lost-by-empty-run': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      const customerId = await gold(world);
      await world.ok('POST', '/v1/bill-runs', { date: '2026-01-01' });
      await world.advance('2026-02-01');
      return numbers(world, customerId);
    },
  },
  'number-lost-by-preview': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      const customerId = await gold(world);
      await world.ok('GET', `/v1/customers/${customerId}/next-invoice?date=2026-02-01`);
      await world.advance('2026-02-01');
      return numbers(world, customerId);
    },
  },
  'number-lost-by-refusal': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      const customerId = await gold(world);
      const order = {
        key: 'x',
        customerId,
        plan: 'none',
        start: '2026-01-01',
        quantity: '1',
        billing: 'calendar',
      };
      await world.call('POST', '/v1/subscriptions', order);
      await world.advance('2026-02-01');
      return numbers(world, customerId);
    },
  },
  'refused-charge-takes-a-number': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001', 'INV-000003'],
    look: async (world) => {
      const customerId = await gold(world);
      const nothing = { text: 'Training', amount: { amount: '0.00', currency: 'EUR' }, date: '2026-01-01' };
      const request = { method: 'POST', url: '/v1/charges', body: { customerId, ...nothing } } as const;
      await world.callWith({ 'idempotency-key': 'c1' }, request);
      await world.advance('2026-02-01');
      return numbers(world, customerId);
    },
  },
  'numbers-shared-by-entities': {
    today: '2026-01-01',
    right: ['INV-000001', 'AT-000001'],
    wrong: ['INV-000001', 'AT-000002'],
    look: movedToAustria,
  },
  'entity-without-series': {
    today: '2026-01-01',
    right: ['INV-000001', 'AT-000001'],
    wrong: ['INV-000001', 'INV-000002'],
    look: movedToAustria,
  },
  'voided-number-given-again': {
    today: '2026-01-01',
    right: ['INV-000001', 'INV-000002'],
    wrong: ['INV-000001-VOID', 'INV-000001'],
    look: async (world) => {
      const customerId = await gold(world);
      const [first] = await world.invoices(customerId);
      const request = { method: 'POST', url: `/v1/invoices/${first?.id}/void`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'v1' }, request);
      await world.advance('2026-02-01');
      return numbers(world, customerId);
    },
  },
  'upgrade-bills-ended-again': {
    today: '2026-01-01',
    right: 2,
    wrong: 3,
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'gold');
      await world.advance('2026-01-16');
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, {
        timing: { kind: 'date', date: '2026-01-16' },
      });
      await world.ok('POST', '/v1/upgrade', {});
      await world.advance('2026-02-16');
      return (await world.invoices(customerId)).length;
    },
  },
  'upgrade-keeps-drifted-day': {
    today: '2026-01-31',
    right: ['2026-01-31', '2026-02-28', '2026-03-31'],
    wrong: ['2026-01-31', '2026-02-28', '2026-03-28'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-31' });
      await world.ok('POST', '/v1/upgrade', {});
      await world.advance('2026-03-31');
      return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
    },
  },
  'upgrade-posts-again': {
    today: '2026-01-01',
    right: { debit: '10.00', credit: '10.00' },
    wrong: { debit: '20.00', credit: '20.00' },
    look: async (world) => {
      const customerId = await gold(world);
      await world.ok('POST', '/v1/upgrade', {});
      return bookTotals(world, customerId);
    },
  },
  'upgrade-renumbers': {
    today: '2026-01-01',
    right: ['INV-000001'],
    wrong: ['MINV-000001'],
    look: async (world) => {
      const customerId = await gold(world);
      await world.ok('POST', '/v1/upgrade', {});
      return numbers(world, customerId);
    },
  },
};

async function gold(world: TestWorld): Promise<string> {
  await world.publish('gold', [flatFee('10.00')]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  return customerId;
}

async function movedToAustria(world: TestWorld): Promise<readonly string[]> {
  const customerId = await gold(world);
  const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
  await world.ok('POST', '/v1/legal-entities', entity);
  await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'at' });
  await world.advance('2026-02-01');
  return numbers(world, customerId);
}

async function numbers(world: TestWorld, customerId: string): Promise<readonly string[]> {
  const url = `/v1/invoices?customerId=${customerId}`;
  const { invoices } = await world.ok<{ invoices: { number: string }[] }>('GET', url);
  return invoices.map(({ number }) => number);
}

async function orderAt(world: TestWorld, price: string): Promise<number> {
  await world.publish(`fleet-${price}`, [flatFee(price)]);
  const { status } = await world.call('POST', '/v1/subscriptions', {
    key: price,
    customerId: await world.customer({ key: price }),
    plan: `fleet-${price}`,
    start: '2026-01-01',
    quantity: '1',
    billing: 'anniversary',
  });
  return status;
}

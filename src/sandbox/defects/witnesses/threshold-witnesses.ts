import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

/** EUR 10.00 a month in advance, EUR 1.00 a call; thresholds of EUR 30.00 and 60.00. Subtotals by invoice. */
export const thresholdWitnesses: Readonly<Record<string, Witness>> = {
  'batch-looks-at-one-customer': {
    today,
    right: ['10.00', '40.00'],
    wrong: ['10.00'],
    look: async (world) => {
      const first = await metered(world, {});
      const second = await world.customer({ key: 'second' });
      const id = await world.subscribe(second, 'gold', { key: 'second' });
      await limit(world, id, both);
      const events = [first, second].map((customerId, index) => ({
        ...{ id: `b${index}`, customerId, meter: 'calls', quantity: '40' },
        at: '2026-01-01T12:00:00Z',
      }));
      await world.ok('POST', '/v1/usage', { events });
      return nets(world, second);
    },
  },
  'one-threshold-an-event': {
    today,
    right: ['10.00', '10.00', '40.00', '40.00'],
    wrong: ['10.00', '10.00', '40.00'],
    look: async (world) => {
      const customerId = await metered(world, {});
      const id = await world.subscribe(customerId, 'gold', { key: 'second' });
      await limit(world, id, both);
      await use(world, customerId, ['40']);
      return nets(world, customerId);
    },
  },
  'interim-billed-again-at-end': {
    today,
    right: ['10.00', '40.00', '15.00'],
    // With nothing known as billed, each further call is beyond the threshold again.
    wrong: ['10.00', '40.00', '45.00', '55.00'],
    look: (world) => netsAfter(world, ['40', '5'], { to: '2026-02-01' }),
  },
  'second-threshold-ignored': {
    today,
    right: ['10.00', '40.00', '25.00'],
    wrong: ['10.00', '40.00'],
    look: (world) => netsAfter(world, ['40', '25'], {}),
  },
  'threshold-must-be-exceeded': {
    today,
    right: ['10.00', '30.00'],
    wrong: ['10.00'],
    look: (world) => netsAfter(world, ['30'], {}),
  },
  'interim-bills-the-minimum': {
    today,
    right: ['10.00', '40.00'],
    wrong: ['10.00', '50.00'],
    look: (world) => netsAfter(world, ['40'], { minimum: '50.00' }),
  },
  'thresholds-stay-once-set': {
    today,
    right: ['10.00'],
    wrong: ['10.00', '40.00'],
    look: (world) => netsAfter(world, ['40'], { thresholds: [both, []] }),
  },
  'void-forgets-interim': {
    today,
    right: ['10.00', '40.00', '10.00'],
    wrong: ['10.00', '40.00', '50.00'],
    look: async (world) => {
      const customerId = await metered(world, {});
      await use(world, customerId, ['40']);
      const id = (await world.invoices(customerId))[1]?.id;
      const request = { method: 'POST', url: `/v1/invoices/${id}/void`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'v1' }, request);
      await world.advance('2026-02-01');
      return nets(world, customerId);
    },
  },
};

const both = ['30.00', '60.00'];

interface Contract {
  /** One after the other; the last ones are in force. */
  readonly thresholds?: readonly (readonly string[])[];
  readonly minimum?: string;
  readonly to?: string;
}

async function netsAfter(world: TestWorld, quantities: readonly string[], contract: Contract) {
  const customerId = await metered(world, contract);
  await use(world, customerId, quantities);
  if (contract.to !== undefined) await world.advance(contract.to);
  return nets(world, customerId);
}

async function metered(world: TestWorld, { minimum, thresholds = [both] }: Contract): Promise<string> {
  const price = { kind: 'per-unit', unit: '1.00' } as const;
  const calls: Charge = {
    kind: 'usage',
    code: 'calls',
    meter: 'calls',
    price,
    ...(minimum === undefined ? {} : { minimum }),
  };
  await world.publish('gold', [flatFee('10.00'), calls]);
  const customerId = await world.customer();
  const id = await world.subscribe(customerId, 'gold');
  for (const amounts of thresholds) await limit(world, id, amounts);
  return customerId;
}

async function use(world: TestWorld, customerId: string, quantities: readonly string[]): Promise<void> {
  for (const [index, quantity] of quantities.entries())
    await world.send(customerId, [{ id: `e${index}`, quantity, at: '2026-01-01T12:00:00Z' }]);
}

async function nets(world: TestWorld, customerId: string): Promise<readonly string[]> {
  return (await world.invoices(customerId)).map(({ subtotal }) => subtotal.amount);
}

async function limit(world: TestWorld, id: string, amounts: readonly string[]): Promise<void> {
  const thresholds = amounts.map((amount) => ({ amount, currency: 'EUR' }));
  await world.ok('POST', `/v1/subscriptions/${id}/thresholds`, { thresholds });
}

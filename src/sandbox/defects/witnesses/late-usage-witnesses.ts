import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const unitPrice = { kind: 'per-unit', unit: '1.00' } as const;
const calls = { kind: 'usage', code: 'calls', meter: 'calls', price: unitPrice } as const;

/** The net amounts of all usage and minimum lines, in order of their invoices. */
async function nets(world: TestWorld, customerId: string): Promise<readonly string[]> {
  const invoices = await world.invoices(customerId);
  return invoices.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind === 'usage' || kind === 'commitment').map(({ net }) => net.amount),
  );
}

/** Five calls in January, and so many more that come on 3 February; then February is billed. */
function lateBy(quantity: string): Witness['look'] {
  return async (world) => {
    await world.publish('metered', [calls]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'metered');
    await world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-01-10T12:00:00Z' }]);
    await world.advance('2026-02-03');
    await world.send(customerId, [{ id: 'e2', quantity, at: '2026-01-11T12:00:00Z' }]);
    await world.advance('2026-03-01');
    return nets(world, customerId);
  };
}

async function changeWithMinimum(world: TestWorld): Promise<readonly string[]> {
  await world.publish('large', [{ ...calls, minimum: '100.00' }]);
  await world.publish('small', [{ ...calls, minimum: '10.00' }]);
  const customerId = await world.customer();
  const id = await world.subscribe(customerId, 'large');
  await world.send(customerId, [{ id: 'e1', quantity: '3', at: '2026-01-10T12:00:00Z' }]);
  await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'small', timing: { kind: 'period-end' } });
  await world.advance('2026-02-01');
  return nets(world, customerId);
}

function preview(question: object, pick: 'amount' | 'total' | 'final'): Witness['look'] {
  return async (world) => (await world.ok<Record<string, string>>('POST', '/v1/preview', question))[pick];
}

const february = { from: '2026-02-01', to: '2026-03-01' };
const rating = {
  kind: 'rating',
  currency: 'EUR',
  price: unitPrice,
  quantity: '3',
  alreadyBilled: '0',
  runningTotals: [],
  minimum: '10.00',
  maximum: null,
};

/** Late usage, minimums and bills ahead of the end. */
export const lateUsageWitnesses: Readonly<Record<string, Witness>> = {
  'finalised-draft-forgets-late-usage': {
    today: '2026-01-01',
    right: ['5.00', '7.00'],
    wrong: ['5.00'],
    look: async (world) => {
      await world.publish('metered', [flatFee('10.00'), calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'days', days: 1 });
      await world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-01-28T12:00:00Z' }]);
      await world.advance('2026-02-04');
      await world.send(customerId, [{ id: 'e2', quantity: '7', at: '2026-01-28T13:00:00Z' }]);
      await world.advance('2026-03-05');
      return nets(world, customerId);
    },
  },
  'usage-stored-in-whole-units': {
    today: '2026-01-01',
    right: ['3.75'],
    wrong: ['3.00'],
    look: async (world) => {
      await world.publish('metered', [calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await world.send(customerId, [
        { id: 'e1', quantity: '1.5', at: '2026-01-10T12:00:00Z' },
        { id: 'e2', quantity: '2.25', at: '2026-01-11T12:00:00Z' },
      ]);
      await world.advance('2026-02-01');
      return nets(world, customerId);
    },
  },
  'gap-days-counted-again': {
    today: '2026-01-01',
    right: ['2026-01-10 5', '2026-01-13 2'],
    wrong: ['2026-01-10 5', '2026-01-13 7'],
    look: async (world) => {
      await world.publish('metered', [calls]);
      const customerId = await world.customer();
      await world.send(customerId, [
        { id: 'e1', quantity: '5', at: '2026-01-10T12:00:00Z' },
        { id: 'e2', quantity: '2', at: '2026-01-13T12:00:00Z' },
      ]);
      const query = new URLSearchParams({ customerId, meter: 'calls', from: '2026-01-01', to: '2026-02-01' });
      type Days = { days: { date: string; quantity: string }[] };
      const { days } = await world.ok<Days>('GET', `/v1/usage/daily?${query}`);
      return days.map(({ date, quantity }) => `${date} ${quantity}`);
    },
  },
  'late-usage-bills-period-again': {
    today: '2026-01-01',
    right: ['5.00', '2.00'],
    wrong: ['5.00', '7.00'],
    look: lateBy('2'),
  },
  'late-correction-not-credited': {
    today: '2026-01-01',
    right: ['5.00', '-2.00'],
    wrong: ['5.00', '0.00'],
    look: lateBy('-2'),
  },
  'late-usage-in-no-bill': {
    today: '2026-01-01',
    right: ['5.00', '2.00'],
    wrong: ['5.00'],
    look: lateBy('2'),
  },
  'late-usage-of-left-plan-lost': {
    today: '2026-01-01',
    right: ['5.00', '2.00'],
    wrong: ['5.00'],
    look: async (world) => {
      await world.publish('metered', [calls]);
      await world.publish('flat', [flatFee('10.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'metered');
      await world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-01-10T12:00:00Z' }]);
      await world.advance('2026-02-01');
      const timing = { kind: 'date', date: '2026-02-01' };
      await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'flat', timing });
      await world.send(customerId, [{ id: 'e2', quantity: '2', at: '2026-01-11T12:00:00Z' }]);
      await world.advance('2026-03-01');
      return nets(world, customerId);
    },
  },
  'late-usage-taken-without-end': {
    today: '2026-01-01',
    right: 'too-late',
    wrong: 'accepted',
    look: async (world) => {
      await world.publish('metered', [calls]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      await world.advance('2026-05-01');
      return world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-01-10T12:00:00Z' }]);
    },
  },
  'minimum-of-another-period': {
    today: '2026-01-01',
    right: ['3.00', '97.00'],
    wrong: ['3.00'],
    look: changeWithMinimum,
  },
  'minimum-not-prorated': {
    today: '2026-01-01',
    // 14 of 28 days.
    right: '5.00',
    wrong: '10.00',
    look: preview(
      {
        ...rating,
        commitmentPeriod: {
          used: { from: '2026-02-15', to: '2026-03-01' },
          whole: february,
          dayCount: 'actual',
        },
      },
      'amount',
    ),
  },
  'minimum-on-top-of-usage': {
    today: '2026-01-01',
    right: '10.00',
    wrong: '13.00',
    look: preview(rating, 'amount'),
  },
  'usage-before-cancel-a-month-late': {
    today: '2026-01-31',
    right: ['2026-02-01'],
    wrong: ['2026-03-03'],
    look: async (world) => {
      await world.publish('metered', [calls]);
      const customerId = await world.customer({ timeZone: 'America/Los_Angeles' });
      const id = await world.subscribe(customerId, 'metered', { start: '2026-01-31' });
      await world.send(customerId, [{ id: 'e1', quantity: '5', at: '2026-02-01T07:30:00Z' }]);
      const timing = { kind: 'date', date: '2026-02-01' };
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
      await world.advance('2026-04-01');
      return (await world.invoices(customerId)).map(({ issueDate }) => issueDate);
    },
  },
  'threshold-billed-each-time': {
    today: '2026-01-01',
    right: ['5.00'],
    wrong: ['5.00', '1.00'],
    look: async (world) => {
      const question = {
        kind: 'interim-bills',
        currency: 'EUR',
        price: unitPrice,
        thresholds: ['5'],
        usage: ['5', '1'],
        fee: '0',
      };
      return (await world.ok<{ interims: string[] }>('POST', '/v1/preview', question)).interims;
    },
  },
  'overage-at-usual-price': {
    today: '2026-01-01',
    // 5 committed, and 15 beyond it at twice the price.
    right: '35.00',
    wrong: '20.00',
    look: preview(
      {
        kind: 'hourly-commitment',
        currency: 'EUR',
        commitments: [{ hours: null, unit: '2', minimum: '5', overageFactor: '2', trueUp: false }],
        windows: [{ hour: 9, quantity: '10' }],
      },
      'total',
    ),
  },
};

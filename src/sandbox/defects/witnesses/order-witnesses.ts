import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const yearly = { interval: { unit: 'year', count: 1 } };

/** From the price book to the end of a subscription. */
export const orderWitnesses: Readonly<Record<string, Witness>> = {
  'third-price-never-found': {
    today: '2026-01-01',
    right: ['10.00', '12.00', '15.00'],
    wrong: ['10.00', '12.00', '12.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('12.00')], { effectiveFrom: '2026-02-01' });
      await world.publish('gold', [flatFee('15.00')], { effectiveFrom: '2026-03-01' });
      await world.subscribe(await world.customer(), 'gold');
      return totalsOn(world, '2026-03-01');
    },
  },
  'old-price-after-change-back': {
    today: '2026-01-01',
    right: '20.00',
    wrong: '10.00',
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('20.00')], { effectiveFrom: '2026-02-01' });
      await world.publish('silver', [flatFee('5.00')]);
      const id = await world.subscribe(await world.customer(), 'gold');
      await change(world, id, { plan: 'silver', timing: on('2026-01-01') });
      await world.advance('2026-02-15');
      await change(world, id, { plan: 'gold', timing: on('2026-02-15') });
      return (await totalsOn(world, '2026-04-01')).at(-1);
    },
  },
  'latest-price-before-its-day': {
    today: '2026-01-01',
    right: ['10.00'],
    wrong: ['12.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('12.00')], { effectiveFrom: '2026-01-02' });
      await world.subscribe(await world.customer(), 'gold');
      return totalsOn(world, '2026-01-01');
    },
  },
  'new-price-a-day-late': {
    today: '2026-01-01',
    right: ['12.00'],
    wrong: ['10.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('12.00')], { effectiveFrom: '2026-01-01' });
      await world.subscribe(await world.customer(), 'gold');
      return totalsOn(world, '2026-01-01');
    },
  },
  'quantity-of-order-lost': {
    today: '2026-01-01',
    right: ['50.00'],
    wrong: ['10.00'],
    look: async (world) => {
      const seats = { ...flatFee('0'), price: { kind: 'per-unit', unit: '10.00' } } as const;
      await world.publish('team', [seats]);
      await world.subscribe(await world.customer(), 'team', { quantity: '5' });
      return totalsOn(world, '2026-01-01');
    },
  },
  'advance-fee-deferred': {
    today: '2026-01-01',
    right: ['10.00'],
    wrong: [],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.subscribe(await world.customer(), 'gold');
      return totalsOn(world, '2026-01-31');
    },
  },
  'annual-plan-billed-as-month': {
    today: '2026-01-01',
    right: ['120.00'],
    wrong: ['10.00'],
    look: async (world) => {
      await world.publish('annual', [flatFee('120.00')], yearly);
      await world.subscribe(await world.customer(), 'annual');
      return totalsOn(world, '2026-01-01');
    },
  },
  'unknown-plan-takes-first': {
    today: '2026-01-01',
    right: { status: 422, totals: [] },
    wrong: { status: 201, totals: ['10.00'] },
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const order = orderOf(await world.customer(), 'no-such-plan');
      const { status } = await world.call('POST', '/v1/subscriptions', order);
      return { status, totals: await totalsOn(world, '2026-01-01') };
    },
  },
  'order-repeated-despite-key': {
    today: '2026-01-01',
    right: { subscriptions: 1, totals: ['10.00'] },
    wrong: { subscriptions: 2, totals: ['10.00', '10.00'] },
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const order = orderOf(await world.customer(), 'gold');
      const ids = new Set<string>();
      for (let repeat = 0; repeat < 2; repeat += 1) {
        const request = { method: 'POST', url: '/v1/subscriptions', body: order } as const;
        const { text } = await world.callWith({ 'idempotency-key': 'order' }, request);
        ids.add((JSON.parse(text) as { id: string }).id);
      }
      return { subscriptions: ids.size, totals: await totalsOn(world, '2026-01-01') };
    },
  },
  'old-subscriptions-drift-on': {
    today: '2026-01-01',
    right: [
      ['2026-01-31', '2026-02-28', '2026-03-31'],
      ['2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    wrong: [
      ['2026-01-31', '2026-02-28', '2026-03-28'],
      ['2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    look: async (world) => [await periodStarts(world, '2026-01-31'), await periodStarts(world, '2026-03-31')],
  },
  'year-as-365-days': {
    today: '2027-01-01',
    right: ['2027-01-01', '2028-01-01', '2029-01-01'],
    wrong: ['2027-01-01', '2028-01-01', '2028-12-31'],
    look: (world) => periodStarts(world, '2027-01-01', yearly.interval),
  },
  'month-end-sticks': {
    today: '2026-01-01',
    right: ['2026-01-28', '2026-02-28', '2026-03-28'],
    wrong: ['2026-01-28', '2026-02-28', '2026-03-31'],
    look: (world) => periodStarts(world, '2026-01-28'),
  },
  'calendar-billing-ignored': {
    today: '2026-01-15',
    right: ['2026-01-15', '2026-02-01'],
    wrong: ['2026-01-15'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold', { start: '2026-01-15', billing: 'calendar' });
      await world.advance('2026-02-10');
      return (await world.invoices(customerId)).map((invoice) => invoice.issueDate);
    },
  },
  'change-day-counted-twice': {
    today: '2026-01-01',
    right: { days: 17, amount: '17.00' },
    wrong: { days: 18, amount: '18.00' },
    look: async (world) => {
      const question = {
        kind: 'proration',
        currency: 'EUR',
        amount: '31.00',
        whole: { from: '2026-01-01', to: '2026-02-01' },
        used: { from: '2026-01-15', to: '2026-02-01' },
        dayCount: 'actual',
      };
      const { days, amount } = await world.ok<{ days: number; amount: string }>(
        'POST',
        '/v1/preview',
        question,
      );
      return { days, amount };
    },
  },
  'planned-change-at-once': {
    today: '2026-01-01',
    right: ['10.00'],
    wrong: ['10.00', '10.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('platinum', [flatFee('20.00')]);
      const id = await world.subscribe(await world.customer(), 'gold');
      await change(world, id, { plan: 'platinum', timing: { kind: 'period-end' } });
      return totalsOn(world, '2026-01-31');
    },
  },
  'cancelled-at-once-for-period-end': {
    today: '2026-01-01',
    right: ['31.00'],
    wrong: ['31.00', '-17.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('31.00')]);
      const id = await world.subscribe(await world.customer(), 'gold');
      await world.advance('2026-01-15');
      await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing: { kind: 'period-end' } });
      return totalsOn(world, '2026-03-01');
    },
  },
};

function orderOf(customerId: string, plan: string) {
  return { key: 's1', customerId, plan, start: '2026-01-01', quantity: '1', billing: 'anniversary' };
}

function on(date: string): object {
  return { kind: 'date', date };
}

async function change(
  world: TestWorld,
  id: string,
  body: { readonly plan: string; readonly timing: object },
): Promise<void> {
  await world.ok('POST', `/v1/subscriptions/${id}/change`, body);
}

/** Of all invoices of the world's one customer. */
async function totalsOn(world: TestWorld, day: string): Promise<readonly string[]> {
  await world.advance(day);
  type Page = { invoices: { total: { amount: string } }[] };
  const { invoices } = await world.ok<Page>('GET', '/v1/invoices?limit=100');
  return invoices.map((invoice) => invoice.total.amount);
}

async function periodStarts(
  world: TestWorld,
  start: string,
  interval: object = { unit: 'month', count: 1 },
): Promise<readonly string[]> {
  const question = { kind: 'periods', start, interval, billing: 'anniversary', count: 3 };
  const { periods } = await world.ok<{ periods: { from: string }[] }>('POST', '/v1/preview', question);
  return periods.map(({ from }) => from);
}

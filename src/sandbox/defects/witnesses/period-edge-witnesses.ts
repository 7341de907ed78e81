import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, perSeat, subscriber, tell } from './subscription-story.ts';
import { quoteOf, redeem, type Witness } from './witness.ts';

const april = { today: '2026-04-01' };
const january = { today: '2026-01-01' };

/** What happens on the edges of periods, months, trials and years, and what is shown of it. */
export const periodEdgeWitnesses: Readonly<Record<string, Witness>> = {
  'interim-of-first-day-dated-before': {
    ...january,
    right: [{ from: '2026-01-01', to: '2026-02-01' }],
    wrong: [{ from: '2025-12-01', to: '2026-01-01' }],
    look: async (world) => {
      await world.publish('gold', [perCall('2.00')]);
      const { customerId, id } = await subscriber(world, 'gold', {});
      const thresholds = [{ amount: '30.00', currency: 'EUR' }];
      await world.ok('POST', `/v1/subscriptions/${id}/thresholds`, { thresholds });
      await world.send(customerId, [{ id: 'e', quantity: '20', at: '2026-01-01T12:00:00Z' }]);
      return (await world.invoices(customerId)).flatMap(({ lines }) => lines.map(({ period }) => period));
    },
  },
  'draft-shows-usage-of-today': {
    ...january,
    right: ['10.00'],
    wrong: ['15.00'],
    look: async (world) => {
      await world.publish('gold', [perCall('1.00')]);
      const { customerId } = await subscriber(world, 'gold', {});
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
      await world.send(customerId, [{ id: 'in', quantity: '10', at: '2026-01-20T12:00:00Z' }]);
      await world.advance('2026-02-03');
      await world.send(customerId, [{ id: 'after', quantity: '5', at: '2026-02-03T12:00:00Z' }]);
      return draftTotals(world, customerId);
    },
  },
  'draft-shown-at-price-of-today': {
    ...january,
    right: ['10.00'],
    wrong: ['20.00'],
    look: async (world) => {
      await world.publish('gold', [flatFee('10.00')]);
      await world.publish('gold', [flatFee('20.00')], { effectiveFrom: '2026-01-03' });
      const customerId = await world.customer();
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-01-04');
      return draftTotals(world, customerId);
    },
  },
  'bill-day-of-planned-change-lost': {
    ...april,
    // Half of April back, 4 of 31 days at EUR 60.00 up to the 20th.
    right: ['04-01 30.00', '04-16 -7.26', '04-20 60.00'],
    wrong: ['04-01 30.00', '04-16 15.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro', billDay: 20 } });
      return billsUntil(world, customerId, '2026-04-25');
    },
  },
  'seats-wished-on-first-paid-day-at-once': {
    ...april,
    // 20 of 30 days of a seat for EUR 6.00, from May on of two.
    right: ['04-11 4.00', '05-01 12.00'],
    wrong: ['04-11 4.00', '04-11 4.00', '05-01 12.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01', trialDays: 10 });
      await world.advance('2026-04-11');
      await tell(world, id, { act: 'quantity', body: { quantity: '2' } });
      return billsUntil(world, customerId, '2026-05-02');
    },
  },
  'days-known-without-their-year': {
    ...january,
    // A year, and three days of the next one.
    right: 368,
    wrong: 365,
    look: async (world) => {
      await world.publish('daily', [flatFee('1.00')], { interval: { unit: 'day', count: 1 } });
      const { customerId } = await subscriber(world, 'daily', {});
      return (await billsUntil(world, customerId, '2027-01-03')).length;
    },
  },
  'previewed-credit-without-tax': {
    ...april,
    right: ['-2.85', '-17.85'],
    wrong: ['0.00', '-15.00'],
    look: async (world) => {
      await world.ok('POST', '/v1/tax-rates', { country: 'DE', ratePercent: '19', from: '2020-01-01' });
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'cancel', on: '2026-04-16' });
      const quote = await quoteOf(world, customerId, '2026-04-16');
      return [quote?.tax.amount, quote?.total.amount];
    },
  },
  'pdf-without-discount': {
    ...april,
    right: ['Discount', 'EUR -3.00'],
    wrong: [],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      await redeem(world, customerId);
      await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      return discountWritten(world, customerId);
    },
  },
  'thirty-days-over-length-of-month': {
    ...january,
    // 15 of 30 days of EUR 30.00, instead of 15 of 31.
    right: '15.00',
    wrong: '14.52',
    look: async (world) => {
      const asked = { kind: 'proration', currency: 'EUR', amount: '30', dayCount: 'fixed-30' };
      const whole = { from: '2026-01-01', to: '2026-02-01' };
      const question = { ...asked, whole, used: { from: '2026-01-01', to: '2026-01-16' } };
      return (await world.ok<{ amount: string }>('POST', '/v1/preview', question)).amount;
    },
  },
};

async function discountWritten(world: TestWorld, customerId: string): Promise<readonly string[]> {
  const [invoice] = await world.invoices(customerId);
  const { text } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
  const rows = [...text.matchAll(/\((.*)\) Tj/g)].map(([, row = '']) => row);
  return rows.filter((row) => row === 'Discount' || row.startsWith('EUR -'));
}

async function draftTotals(world: TestWorld, customerId: string): Promise<readonly string[]> {
  type Drafts = { drafts: { total: { amount: string } }[] };
  const { drafts } = await world.ok<Drafts>('GET', `/v1/drafts?customerId=${customerId}`);
  return drafts.map(({ total }) => total.amount);
}

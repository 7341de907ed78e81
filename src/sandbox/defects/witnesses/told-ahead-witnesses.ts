import { flatFee, type TestWorld } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen, perSeat, subscriber, tell } from './subscription-story.ts';
import { quoteOf, type Witness } from './witness.ts';

const april = { today: '2026-04-01' };

/** What is told before its day, before the service begins, or after something else of its day. */
export const toldAheadWitnesses: Readonly<Record<string, Witness>> = {
  'rates-compared-as-text': {
    ...april,
    // 1.9057 twice is 3.8114, where each by itself would be 1.91.
    right: '3.81',
    wrong: '3.82',
    look: async (world) => {
      const lines = ['19', '19.0'].map((taxPercent) => ({ net: '10.03', taxPercent, prices: 'net' }));
      const document = { kind: 'document', currency: 'EUR', roundingPoint: 'tax-rate', lines, discounts: [] };
      return (await world.ok<{ tax: string }>('POST', '/v1/preview', document)).tax;
    },
  },
  'change-for-next-period-a-day-late': {
    ...april,
    right: ['04-01 30.00', '05-01 60.00'],
    // 30 of 31 days of May given back, and charged at EUR 60.00.
    wrong: ['04-01 30.00', '05-01 30.00', '05-02 29.03'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      await world.advance('2026-04-16');
      await tell(world, id, { act: 'change', on: '2026-05-01', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-after-return-of-their-day-lost': {
    ...april,
    // EUR 6.00 a seat, a third of April away; from the 21st on four more.
    right: ['04-01 6.00', '04-11 -4.00', '04-21 2.00', '04-21 8.00', '05-01 30.00'],
    wrong: ['04-01 6.00', '04-11 -4.00', '04-21 2.00', '05-01 6.00'],
    look: async (world) => {
      await world.publish('team', [perSeat]);
      const { customerId, id } = await subscriber(world, 'team', { start: '2026-04-01' });
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await happen(world, id, { act: 'resume', on: '2026-04-21' });
      await happen(world, id, { act: 'quantity', on: '2026-04-21', body: { quantity: '5' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'preview-adds-taxes-up': {
    ...april,
    right: ['19 19.00', '7 3.50'],
    wrong: ['19 22.50'],
    look: async (world) => {
      const germany = { country: 'DE', from: '2020-01-01' };
      await world.ok('POST', '/v1/tax-rates', { ...germany, ratePercent: '19' });
      await world.ok('POST', '/v1/tax-rates', { ...germany, ratePercent: '7', category: 'books' });
      const book = { ...flatFee('50.00'), code: 'book', taxCategory: 'books' } as const;
      await world.publish('reader', [flatFee('100.00'), book]);
      const { customerId } = await subscriber(world, 'reader', { start: '2026-04-01' });
      const quote = await quoteOf(world, customerId, '2026-05-01');
      return quote?.taxes.map(({ ratePercent, tax }) => `${ratePercent} ${tax.amount}`);
    },
  },
  'change-from-free-plan-waits': {
    ...april,
    right: ['04-01 0.00', '04-16 30.00', '05-01 60.00'],
    wrong: ['04-01 0.00', '05-01 60.00'],
    look: async (world) => {
      await world.publish('free', [flatFee('0')]);
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await subscriber(world, 'free', { start: '2026-04-01' });
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'days-before-early-bill-day-free': {
    ...april,
    // A month from the 20th on; on 1 May 19 of 30 days are given back.
    right: ['04-20 30.00', '05-01 11.00'],
    wrong: ['05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world, { start: '2026-04-20' });
      await world.ok('POST', `/v1/subscriptions/${id}/bill-day`, { day: 1, from: '2026-05-01' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'coupon-counts-days-of-months': {
    ...april,
    right: ['04-01 30.00', '05-01 15.00', '06-01 15.00', '07-01 15.00', '08-01 30.00'],
    // 1 July is 91 days after 1 April.
    wrong: ['04-01 30.00', '05-01 15.00', '06-01 15.00', '07-01 30.00', '08-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await halfOff(world, customerId, 3);
      return billsUntil(world, customerId, '2026-08-01');
    },
  },
  'tax-of-invoice-rounded-by-rate': {
    ...april,
    // 1.91597 and 0.78505 of tax are in the prices: 2.70102.
    right: '2.70',
    wrong: '2.71',
    look: async (world) => {
      const lines = ['19', '7'].map((taxPercent) => ({ net: '12.00', taxPercent, prices: 'gross' }));
      const document = { kind: 'document', currency: 'EUR', roundingPoint: 'invoice', lines, discounts: [] };
      const { tax } = await world.ok<{ tax: string }>('POST', '/v1/preview', document);
      return tax;
    },
  },
  'preview-of-held-bills-shows-one-period': {
    ...april,
    right: '60.00',
    wrong: '30.00',
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-hold`, {});
      const { text } = await world.call('GET', `/v1/customers/${customerId}/next-invoice?date=2026-06-01`);
      return (JSON.parse(text) as { invoice: { total: { amount: string } } }).invoice.total.amount;
    },
  },
};

async function halfOff(world: TestWorld, customerId: string, invoicesMax: number): Promise<void> {
  const value = { kind: 'percent', percent: '50' };
  const unlimited = { redeemBy: null, validUntil: null, redemptionsMax: null };
  await world.ok('POST', '/v1/coupons', {
    code: 'half',
    value,
    scope: { kind: 'invoice' },
    ...unlimited,
    invoicesMax,
  });
  await world.callWith(
    { 'idempotency-key': 'half' },
    {
      method: 'POST',
      url: `/v1/customers/${customerId}/coupons`,
      body: { code: 'half', subscriptionId: null },
    },
  );
}

import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, perCall, type ShownInvoice, type TestWorld } from '../../test-world.ts';
import { creditNote, voidWith } from './credit-account.ts';
import { basicFromApril, billsUntil, happen, perSeat, subscriber, tell } from './subscription-story.ts';
import { createCoupon, off, redeem, taxWitness } from './tax-story.ts';
import type { Witness } from './witness.ts';

const april = { today: '2026-04-01' } as const;

/** What lies close to something else: the next day, the first day, the add-on beside, the version after. */
export const adjoiningWitnesses: Readonly<Record<string, Witness>> = {
  'change-on-day-of-end-stays-charged': {
    ...april,
    // Half of April: EUR 30.00 of pro less EUR 15.00 of basic, and then all of it back.
    right: ['04-01 30.00', '04-16 15.00', '04-16 -30.00'],
    wrong: ['04-01 30.00', '04-16 15.00'],
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      await tell(world, id, { act: 'cancel', on: '2026-04-16' });
      return billsUntil(world, customerId, '2026-05-02');
    },
  },
  'day-between-changes-given-back': {
    ...april,
    // 14 days of basic less 14 days of pro; wrong with the fifteenth day of pro.
    right: ['04-01 30.00', '04-16 15.00', '04-17 -14.00'],
    wrong: ['04-01 30.00', '04-16 15.00', '04-17 -16.00'],
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      await happen(world, id, { act: 'change', on: '2026-04-17', body: { plan: 'basic' } });
      return billsUntil(world, customerId, '2026-04-18');
    },
  },
  'add-on-begins-after-end-of-its-base': {
    ...april,
    right: ['04-01 30.00'],
    // 22 of 31 days of May.
    wrong: ['04-01 30.00', '05-10 22.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('extra', [flatFee('31.00')]);
      await world.subscribe(customerId, 'extra', { key: 's2', addOnTo: id, start: '2026-05-10' });
      await tell(world, id, { act: 'cancel' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'add-on-ordered-late-outlives-base': {
    ...april,
    right: ['04-01 30.00', '04-16 15.00'],
    wrong: ['04-01 30.00', '04-16 15.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('extra', [flatFee('30.00')]);
      await tell(world, id, { act: 'cancel' });
      await world.advance('2026-04-16');
      await world.subscribe(customerId, 'extra', { key: 's2', addOnTo: id, start: '2026-04-16' });
      return billsUntil(world, customerId, '2026-05-15');
    },
  },
  'seats-before-the-start-forgotten': {
    ...april,
    right: ['04-10 12.00'],
    wrong: ['04-10 6.00'],
    look: async (world) => {
      await world.publish('seats', [perSeat]);
      const { customerId, id } = await subscriber(world, 'seats', { start: '2026-04-10' });
      await tell(world, id, { act: 'quantity', on: '2026-04-10', body: { quantity: '2' } });
      return billsUntil(world, customerId, '2026-04-11');
    },
  },
  'new-meter-of-plan-not-for-who-has-it': {
    ...april,
    right: ['04-01 30.00', '05-01 30.00', '06-01 32.00'],
    wrong: ['04-01 30.00', '05-01 30.00', '06-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.publish('basic', [flatFee('30.00'), perCall('1.00')], { effectiveFrom: '2026-05-01' });
      await world.advance('2026-05-10');
      await world.send(customerId, [{ id: 'e1', quantity: '2', at: '2026-05-10T10:00:00Z' }]);
      return billsUntil(world, customerId, '2026-06-01');
    },
  },
  'vat-id-names-the-country': taxWitness(
    {
      charges: [flatFee('100.00')],
      seller: { country: 'DE', region: null },
      customer: { country: 'DE', vatId: 'FR40303265045' },
      rates: [{ country: 'DE', ratePercent: '19', from: '2020-01-01' }],
    },
    { right: ['0.00 19.00 119.00'], wrong: ['0.00 0.00 100.00'] },
  ),
  'coupon-of-add-on-covers-its-base': {
    ...april,
    right: ['05-01 35.00'],
    wrong: ['05-01 20.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('extra', [flatFee('10.00')]);
      const order = { key: 's2', addOnTo: id, start: '2026-04-01' };
      const subscriptionId = await world.subscribe(customerId, 'extra', order);
      await createCoupon(world, { code: 'half', value: off('50') });
      await redeem(world, { customerId, code: 'half', key: 'a', subscriptionId });
      return (await billsUntil(world, customerId, '2026-05-01')).slice(2);
    },
  },
  'replacement-numbered-by-first-company': {
    ...april,
    right: ['AT-000001', 'AT-000002'],
    wrong: ['AT-000001', 'INV-000001'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
      await world.ok('POST', '/v1/legal-entities', entity);
      await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'at' });
      await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      const invoiceId = (await world.invoices(customerId))[0]?.id ?? '';
      await voidWith(world, invoiceId, 'v1');
      await world.ok('POST', `/v1/invoices/${invoiceId}/rebill`, { without: [] });
      type Numbered = { invoices: { number: string }[] };
      const { invoices } = await world.ok<Numbered>('GET', `/v1/invoices?customerId=${customerId}&limit=9`);
      return invoices.map(({ number }) => number);
    },
  },
  'end-before-the-start-quoted-as-a-bill': {
    ...april,
    right: null,
    wrong: '30.00',
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world, { start: '2026-04-10' });
      const { invoice } = await world.ok<{ invoice: ShownInvoice | null }>(
        'POST',
        `/v1/customers/${customerId}/act-preview`,
        { kind: 'end', subscriptionId: id, date: '2026-04-10' },
      );
      return invoice?.total.amount ?? null;
    },
  },
  'credit-note-takes-planned-change-back': {
    ...april,
    right: ['04-01 30.00', '05-01 60.00'],
    wrong: ['04-01 30.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await tell(world, id, { act: 'change', body: { plan: 'pro' } });
      await creditNote(world, (await world.invoices(customerId))[0]?.id ?? '', { key: 'n1', net: '10.00' });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'quantity-tells-events-apart': {
    ...april,
    right: ['accepted', 'duplicate'],
    wrong: ['accepted', 'accepted'],
    look: async (world) => {
      await world.publish('calls', [perCall('1.00')]);
      const { customerId } = await subscriber(world, 'calls', { start: '2026-04-01' });
      const at = '2026-04-01T10:00:00Z';
      const results: string[] = [];
      for (const quantity of ['2', '3'])
        results.push(await world.send(customerId, [{ id: 'e1', quantity, at }]));
      return results;
    },
  },
};

async function basicAndPro(world: TestWorld) {
  const pro: Charge = flatFee('60.00');
  await world.publish('pro', [pro]);
  return basicFromApril(world);
}

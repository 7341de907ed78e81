import { flatFee, perCall } from '../../test-world.ts';
import { basicFromApril, billsUntil, happen, perSeat, subscriber, tell } from './subscription-story.ts';
import { createCoupon, less, off, redeem } from './tax-story.ts';
import { payOnce, type Witness } from './witness.ts';

const april = { today: '2026-04-01' } as const;

/** What is done after something else was done, planned or taken back. */
export const afterwardsWitnesses: Readonly<Record<string, Witness>> = {
  'refund-takes-planned-end-back': {
    ...april,
    right: ['04-01 30.00'],
    wrong: ['04-01 30.00', '05-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await tell(world, id, { act: 'cancel' });
      const amount = { amount: '30.00', currency: 'EUR' };
      await payOnce(world, (await world.invoices(customerId))[0]?.id ?? '', amount);
      type Payments = { payments: { id: string }[] };
      const { payments } = await world.ok<Payments>('GET', `/v1/payments?customerId=${customerId}`);
      const url = `/v1/payments/${payments[0]?.id}/refunds`;
      await world.callWith({ 'idempotency-key': 'r1' }, { method: 'POST', url, body: { amount } });
      return billsUntil(world, customerId, '2026-05-02');
    },
  },
  'resume-goes-by-bill-day-of-the-order': {
    ...april,
    // 10 of the 31 days up to 15 June; wrong with 12 days up to 1 June.
    right: ['04-01 30.00', '04-11 -20.00', '05-20 25.16', '06-15 30.00'],
    wrong: ['04-01 30.00', '04-11 -20.00', '05-20 11.61', '06-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'pause', on: '2026-04-11' });
      await world.ok('POST', `/v1/subscriptions/${id}/bill-day`, { day: 15, from: '2026-04-12' });
      await happen(world, id, { act: 'resume', on: '2026-05-20' });
      return billsUntil(world, customerId, '2026-06-15');
    },
  },
  'draft-numbered-by-first-company': {
    ...april,
    right: 'AT-000001',
    wrong: 'INV-000001',
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' };
      await world.ok('POST', '/v1/legal-entities', entity);
      await world.ok('POST', `/v1/customers/${customerId}/legal-entity`, { key: 'at' });
      await world.ok('POST', `/v1/customers/${customerId}/invoice-review`, { kind: 'by-hand' });
      await world.subscribe(customerId, 'basic', { start: '2026-04-01' });
      type Drafts = { drafts: { id: string }[] };
      const { drafts } = await world.ok<Drafts>('GET', `/v1/drafts?customerId=${customerId}`);
      const finalise = `/v1/drafts/${drafts[0]?.id}/finalise`;
      await world.callWith({ 'idempotency-key': 'f1' }, { method: 'POST', url: finalise });
      type Numbered = { invoices: { number: string }[] };
      const { invoices } = await world.ok<Numbered>('GET', `/v1/invoices?customerId=${customerId}&limit=9`);
      return invoices[0]?.number;
    },
  },
  'second-fee-of-a-day-credited-in-full': {
    ...april,
    // Three seats from 16 April are EUR 9.00 less 1.50; a third of it is EUR 2.50, without the discount 3.00.
    right: ['04-26 -2.50'],
    wrong: ['04-26 -3.00'],
    look: async (world) => {
      await world.publish('seats', [perSeat]);
      const { customerId, id } = await subscriber(world, 'seats', { start: '2026-04-01' });
      await createCoupon(world, { code: 'some', value: less('1.50') });
      await redeem(world, { customerId, code: 'some', key: 'a' });
      for (const quantity of ['2', '3'])
        await happen(world, id, { act: 'quantity', on: '2026-04-16', body: { quantity } });
      await happen(world, id, { act: 'cancel', on: '2026-04-26' });
      return (await billsUntil(world, customerId, '2026-04-27')).slice(-1);
    },
  },
  'coupon-ahead-of-the-start-for-all': {
    ...april,
    right: ['04-10 5.00', '05-01 30.00'],
    wrong: ['04-10 5.00', '05-01 15.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.publish('extra', [flatFee('10.00')]);
      const subscriptionId = await world.subscribe(customerId, 'extra', { key: 's2', start: '2026-04-10' });
      await createCoupon(world, { code: 'half', value: off('50') });
      await redeem(world, { customerId, code: 'half', key: 'a', subscriptionId });
      return (await billsUntil(world, customerId, '2026-05-01')).slice(1);
    },
  },
  'one-trial-a-customer': {
    ...april,
    right: ['04-11 20.00', '04-21 10.00'],
    wrong: ['04-01 30.00', '04-11 20.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world, { trialDays: 10 });
      const second = { key: 's2', start: '2026-04-01', trialDays: 20 };
      await world.subscribe(customerId, 'basic', second);
      return billsUntil(world, customerId, '2026-04-22');
    },
  },
  'version-like-an-earlier-one-left-out': {
    ...april,
    right: ['04-01 30.00', '05-01 45.00', '06-01 30.00'],
    wrong: ['04-01 30.00', '05-01 45.00', '06-01 45.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.publish('basic', [flatFee('45.00')], { effectiveFrom: '2026-05-01' });
      await world.publish('basic', [flatFee('30.00')], { effectiveFrom: '2026-06-01' });
      return billsUntil(world, customerId, '2026-06-01');
    },
  },
  'meter-tells-events-apart': {
    ...april,
    right: 'duplicate',
    wrong: 'accepted',
    look: async (world) => {
      await world.publish('calls', [perCall('1.00'), messages]);
      const { customerId } = await subscriber(world, 'calls', { start: '2026-04-01' });
      const event = { id: 'e1', customerId, quantity: '1', at: '2026-04-01T10:00:00Z' };
      await world.ok('POST', '/v1/usage', { events: [{ ...event, meter: 'calls' }] });
      type Results = { results: { outcome: string }[] };
      const again = { events: [{ ...event, meter: 'messages' }] };
      return (await world.ok<Results>('POST', '/v1/usage', again)).results[0]?.outcome;
    },
  },
  'price-of-undone-change-waits': {
    ...april,
    right: ['04-01 30.00', '05-01 60.00'],
    wrong: ['04-01 30.00', '05-01 45.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00')]);
      const { customerId, id } = await basicFromApril(world);
      const negotiated = [{ charge: flatFee('0').code, price: { kind: 'flat', amount: '45.00' } }];
      await tell(world, id, { act: 'change', body: { plan: 'pro', negotiated } });
      await tell(world, id, { act: 'undo', body: { what: 'change' } });
      await tell(world, id, { act: 'change', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
};

const messages = { ...perCall('2.00'), code: 'messages', meter: 'messages' } as ReturnType<typeof perCall>;

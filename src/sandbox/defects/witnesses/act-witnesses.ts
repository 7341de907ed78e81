import { flatFee, type TestWorld } from '../../test-world.ts';
import { creditNote } from './credit-account.ts';
import { basicFromApril, billsUntil, happen, subscriber, tell } from './subscription-story.ts';
import type { Witness } from './witness.ts';

/** Basic for EUR 30.00 from 1 April on; what is asked about it, credited of it, and newly priced. */
export const actWitnesses: Readonly<Record<string, Witness>> = {
  'returning-customer-keeps-first-price': {
    today: '2026-04-01',
    right: ['04-01 30.00', '05-01 90.00', '06-01 35.00'],
    wrong: ['04-01 30.00', '05-01 90.00', '06-01 30.00'],
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      const later = { effectiveFrom: '2026-04-20', runningFrom: '2027-01-01' };
      await world.publish('basic', [flatFee('35.00')], later);
      await tell(world, id, { act: 'change', on: '2026-05-01', body: { plan: 'pro' } });
      await world.advance('2026-05-10');
      await tell(world, id, { act: 'change', on: '2026-06-01', body: { plan: 'basic' } });
      return billsUntil(world, customerId, '2026-06-02');
    },
  },
  'first-day-order-at-old-price': {
    today: '2026-04-10',
    right: ['04-10 40.00', '05-10 40.00'],
    wrong: ['04-10 30.00', '05-10 40.00'],
    look: async (world) => {
      const later = { effectiveFrom: '2026-04-10', runningFrom: '2026-05-01' };
      await world.publish('basic', [flatFee('30.00')]);
      await world.publish('basic', [flatFee('40.00')], later);
      const { customerId } = await subscriber(world, 'basic', { start: '2026-04-10' });
      return billsUntil(world, customerId, '2026-05-10');
    },
  },
  'running-price-hidden': {
    today: '2026-04-01',
    right: ['04-01 30.00', '05-01 50.00'],
    wrong: ['04-01 30.00', '05-01 40.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.publish('basic', [flatFee('40.00')], { effectiveFrom: '2026-04-05' });
      const later = { effectiveFrom: '2026-04-10', runningFrom: '2026-05-01' };
      await world.publish('basic', [flatFee('50.00')], later);
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'asked-price-of-today': {
    today: '2026-04-01',
    right: '45.00',
    wrong: '30.00',
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await world.publish('pro', [flatFee('120.00')], { effectiveFrom: '2026-04-10' });
      return asked(world, customerId, {
        kind: 'change',
        subscriptionId: id,
        plan: 'pro',
        date: '2026-04-16',
      });
    },
  },
  'asked-change-is-made': {
    today: '2026-04-01',
    right: ['04-01 30.00', '05-01 30.00'],
    wrong: ['04-01 30.00', '04-16 30.00', '05-01 90.00'],
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await asked(world, customerId, { kind: 'change', subscriptionId: id, plan: 'pro', date: '2026-04-16' });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'newest-price-listed': {
    today: '2026-04-01',
    right: [{ plan: 'basic', fee: { amount: '30.00', currency: 'EUR' } }],
    wrong: [{ plan: 'basic', fee: { amount: '40.00', currency: 'EUR' } }],
    look: async (world) => {
      await basicFromApril(world);
      await world.publish('basic', [flatFee('40.00')], { effectiveFrom: '2026-04-05' });
      const { fees } = await world.ok<{ fees: object[] }>('GET', '/v1/listed-fees?date=2026-04-04');
      return fees;
    },
  },
  'held-bills-lost': {
    today: '2026-04-01',
    right: ['04-01 30.00', '05-10 30.00', '06-01 30.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-hold`, {});
      await world.advance('2026-05-10');
      await world.ok('POST', `/v1/customers/${customerId}/invoice-release`, {});
      return billsUntil(world, customerId, '2026-06-10');
    },
  },
  'left-while-held-credited-later': {
    today: '2026-04-01',
    right: ['30.00', '30.00', '-15.48'],
    wrong: ['30.00', '30.00'],
    look: async (world) => {
      const { id, customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-hold`, {});
      await happen(world, id, { act: 'cancel', on: '2026-05-16' });
      await world.advance('2026-05-20');
      await world.ok('POST', `/v1/customers/${customerId}/invoice-release`, {});
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'held-bills-not-announced': {
    today: '2026-04-01',
    right: true,
    wrong: false,
    look: async (world) => {
      const { customerId } = await basicFromApril(world);
      await world.ok('POST', `/v1/customers/${customerId}/invoice-hold`, {});
      const path = `/v1/customers/${customerId}/next-invoice?date=2026-05-01`;
      const { invoice } = await world.ok<{ invoice: object | null }>('GET', path);
      return invoice !== null;
    },
  },
  'given-back-days-credited-again': {
    today: '2026-04-01',
    right: 422,
    wrong: 201,
    look: async (world) => {
      const { customerId, id } = await basicAndPro(world);
      await happen(world, id, { act: 'change', on: '2026-04-11', body: { plan: 'pro' } });
      const [first] = await world.invoices(customerId);
      return creditNote(world, first?.id ?? '', { key: 'n1', net: '30.00' });
    },
  },
};

async function basicAndPro(world: TestWorld) {
  await world.publish('pro', [flatFee('90.00')]);
  return basicFromApril(world);
}

/** What the act would bill, in all. */
async function asked(world: TestWorld, customerId: string, act: object): Promise<string | undefined> {
  const { invoice } = await world.ok<{ invoice: { total: { amount: string } } | null }>(
    'POST',
    `/v1/customers/${customerId}/act-preview`,
    act,
  );
  return invoice?.total.amount;
}

import type { Charge } from '../../../model/billing/catalog.ts';
import type { PriceModel } from '../../../model/billing/price.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { duesOf, fill, taxedInvoice } from './credit-account.ts';
import { basicFromApril, billsUntil, happen, perSeat, tell } from './subscription-story.ts';
import { quoteOf, type Witness } from './witness.ts';

const today = '2026-01-01';
const april = '2026-04-01';
const second = (amount: string, code: string): Charge => ({ ...flatFee(amount), code });

/** What holds for the usual value of something, and not for another one. */
export const valueWitnesses: Readonly<Record<string, Witness>> = {
  'free-value-of-percentage-lost': {
    today,
    right: '5.00',
    wrong: '15.00',
    // A tenth of what is above 100, or of all.
    look: (world) =>
      usedAt(world, '150', {
        kind: 'percentage',
        ratePercent: '10',
        fixedPerEvent: '0',
        freeEvents: null,
        freeVolume: '100',
      }),
  },
  'blocks-hold-whole-units': {
    today,
    // Six blocks of 2.5 units, or five of three.
    right: '24.00',
    wrong: '20.00',
    look: (world) =>
      usedAt(world, '15', {
        kind: 'graduated',
        tiers: [{ upTo: null, unit: '4', flat: '0', block: '2.5' }],
      }),
  },
  'agreed-prices-pile-up': {
    today: april,
    right: ['04-01 30.00', '04-16 15.00', '05-01 30.00', '06-01 65.00'],
    // The fee of EUR 45.00 was agreed the first time.
    wrong: ['04-01 30.00', '04-16 15.00', '05-01 30.00', '06-01 50.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00'), second('15.00', 'support')]);
      const { customerId, id } = await basicFromApril(world);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: pro(agreed('fee', '45.00')) });
      await tell(world, id, { act: 'change', body: { plan: 'basic' } });
      await world.advance('2026-05-10');
      await tell(world, id, { act: 'change', body: pro(agreed('support', '5.00')) });
      return billsUntil(world, customerId, '2026-06-01');
    },
  },
  'first-agreed-price-only': {
    today: april,
    right: ['04-01 30.00', '05-01 50.00'],
    wrong: ['04-01 30.00', '05-01 60.00'],
    look: async (world) => {
      await world.publish('pro', [flatFee('60.00'), second('15.00', 'support')]);
      const { customerId, id } = await basicFromApril(world);
      const body = pro(agreed('fee', '45.00'), agreed('support', '5.00'));
      await tell(world, id, { act: 'change', body });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'wallet-for-first-of-its-charges': {
    today,
    right: '0.00',
    wrong: '10.00',
    look: async (world) => {
      const { customerId } = await taxedInvoice(world, ['20.00', '10.00'], '0');
      const wallet = { credits: '100', charges: ['fee-1', 'fee-2'] };
      await fill(world, customerId, wallet);
      await world.advance('2026-02-01');
      return (await duesOf(world, customerId))[1];
    },
  },
  'preview-without-plan-coupon': {
    today,
    right: '99.00',
    wrong: '110.00',
    look: (world) => quotedWith(world, { kind: 'plans', plans: ['gold'] }),
  },
  'preview-with-first-charge-of-coupon': {
    today,
    right: '99.00',
    wrong: '109.00',
    look: (world) => quotedWith(world, { kind: 'charges', charges: ['support', 'fee'] }),
  },
  'billed-through-of-any-service': {
    today: april,
    right: '2026-05-01',
    wrong: '2026-07-01',
    look: async (world) => {
      const { customerId, id } = await basicFromApril(world);
      await world.publish('club', [flatFee('90.00')], { interval: { unit: 'month', count: 3 } });
      await world.subscribe(customerId, 'club', { key: 's2', start: april });
      return billedThrough(world, id);
    },
  },
  'billed-through-counts-usage': {
    today: april,
    right: null,
    wrong: '2026-04-02',
    look: async (world) => {
      const setup: Charge = { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '12.00' } };
      await world.publish('later', [setup]);
      const id = await world.subscribe(await world.customer(), 'later', { start: april });
      return billedThrough(world, id);
    },
  },
  'asked-order-of-one-seat': {
    today: april,
    right: '18.00',
    wrong: '6.00',
    look: (world) => asked(world, { quantity: '3' }),
  },
  'asked-order-by-its-own-day': {
    today: april,
    // Fifteen of thirty days.
    right: '3.00',
    wrong: '6.00',
    look: (world) => asked(world, { start: '2026-04-16', billing: 'calendar' }),
  },
  'overage-never-cheaper': {
    today,
    // 5 committed, and 15 beyond it at half the price.
    right: '12.50',
    wrong: '20.00',
    look: async (world) => {
      const { total } = await world.ok<{ total: string }>('POST', '/v1/preview', {
        kind: 'hourly-commitment',
        currency: 'EUR',
        commitments: [{ hours: null, unit: '2', minimum: '5', overageFactor: '0.5', trueUp: false }],
        windows: [{ hour: 9, quantity: '10' }],
      });
      return total;
    },
  },
  'thresholds-in-whole-money': {
    today,
    right: ['8.00'],
    wrong: ['7.00'],
    look: async (world) => {
      const { interims } = await world.ok<{ interims: string[] }>('POST', '/v1/preview', {
        kind: 'interim-bills',
        currency: 'EUR',
        price: { kind: 'per-unit', unit: '1.00' },
        thresholds: ['7.5'],
        usage: ['7', '1'],
        fee: '0',
      });
      return interims;
    },
  },
};

const agreed = (charge: string, amount: string) => ({ charge, price: { kind: 'flat', amount } });

function pro(...negotiated: readonly object[]) {
  return { plan: 'pro', negotiated };
}

/** What a month of so much usage in one event costs. */
async function usedAt(world: TestWorld, quantity: string, price: PriceModel): Promise<string | undefined> {
  await world.publish('metered', [{ kind: 'usage', code: 'calls', meter: 'calls', price }]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'metered');
  await world.send(customerId, [{ id: 'e1', quantity, at: '2026-01-01T12:00:00Z' }]);
  await world.advance('2026-02-01');
  return (await world.invoices(customerId))[0]?.total.amount;
}

/** The next invoice of EUR 100.00 and EUR 10.00, of which a tenth is taken off. */
async function quotedWith(world: TestWorld, scope: object): Promise<string | undefined> {
  await world.publish('gold', [flatFee('100.00'), second('10.00', 'support')]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'gold');
  const limits = { redeemBy: null, validUntil: null, invoicesMax: null, redemptionsMax: null };
  const value = { kind: 'percent', percent: '10' };
  await world.ok('POST', '/v1/coupons', { code: 'ten', value, scope, ...limits });
  const url = `/v1/customers/${customerId}/coupons`;
  const body = { code: 'ten', subscriptionId: null };
  await world.callWith({ 'idempotency-key': 'ten' }, { method: 'POST', url, body });
  return (await quoteOf(world, customerId, '2026-02-01'))?.total.amount;
}

/** EUR 6.00 a seat, from 1 April on unless told otherwise. */
async function asked(world: TestWorld, order: object): Promise<string | undefined> {
  await world.publish('team', [perSeat]);
  const customerId = await world.customer();
  const usual = { key: 's1', customerId, plan: 'team', start: april, quantity: '1', billing: 'anniversary' };
  const act = { kind: 'order', order: { ...usual, ...order } };
  const url = `/v1/customers/${customerId}/act-preview`;
  const { invoice } = await world.ok<{ invoice: { total: { amount: string } } | null }>('POST', url, act);
  return invoice?.total.amount;
}

async function billedThrough(world: TestWorld, id: string): Promise<unknown> {
  return (await world.ok<{ billedThrough: string }>('GET', `/v1/subscriptions/${id}/billed-through`))
    .billedThrough;
}

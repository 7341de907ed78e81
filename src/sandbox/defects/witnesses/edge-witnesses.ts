import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, type TestWorld } from '../../test-world.ts';
import { billsUntil, happen } from './subscription-story.ts';
import type { Witness } from './witness.ts';

const from = '2026-04-01';
const start = { start: from };
const fee = (amount: string, code: string): Charge => ({ ...flatFee(amount), code });

/** Two plans or charges of which the code of one begins like that of the other. */
async function alike(world: TestWorld, order: object): Promise<string> {
  await world.publish('pro', [fee('10.00', 'seat'), fee('20.00', 'seat-plus')]);
  await world.publish('pro-plus', [fee('100.00', 'fee')]);
  const customerId = await world.customer();
  await world.subscribe(customerId, 'pro', { ...start, ...order });
  return customerId;
}

function taxOn(customer: object, wrong: string, right: string): Witness {
  return {
    today: from,
    right,
    wrong,
    look: async (world) => {
      await world.ok('POST', '/v1/seller', { country: 'DE', region: null });
      for (const country of ['DE', 'GR'])
        await world.ok('POST', '/v1/tax-rates', { country, ratePercent: '19', from: '2020-01-01' });
      await world.publish('basic', [flatFee('100.00')]);
      const customerId = await world.customer(customer);
      await world.subscribe(customerId, 'basic', start);
      return (await world.invoices(customerId))[0]?.tax.amount;
    },
  };
}

/** EUR 1.00 a unit for events of 4 April with these properties and quantities. */
function metered(charge: object, told: readonly (readonly [quantity: string, properties: object])[]) {
  return async (world: TestWorld): Promise<unknown> => {
    const price = { kind: 'per-unit', unit: '1.00' } as const;
    await world.publish('metered', [{ kind: 'usage', code: 'calls', meter: 'calls', price, ...charge }]);
    const customerId = await world.customer();
    await world.subscribe(customerId, 'metered', start);
    const events = told.map(([quantity, properties], index) => ({
      id: `e${index}`,
      quantity,
      properties,
      at: `2026-04-0${index + 4}T10:00:00Z`,
    }));
    await world.send(customerId, events);
    return billsUntil(world, customerId, '2026-05-01');
  };
}

/** What is missed when only ordinary days, codes and values are tried. */
export const edgeWitnesses: Readonly<Record<string, Witness>> = {
  'number-cut-off-plan-code': {
    today: from,
    right: '50.00',
    wrong: '30.00',
    look: async (world) => {
      await world.publish('gold', [fee('30.00', 'fee')]);
      await world.publish('gold-2026', [fee('50.00', 'fee')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold-2026', start);
      return (await world.invoices(customerId))[0]?.total.amount;
    },
  },
  'thirty-day-trial-is-a-month': {
    today: '2026-03-01',
    right: ['03-31 0.97', '04-01 30.00'],
    wrong: ['04-01 30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'basic', { start: '2026-03-01', trialDays: 30 });
      return billsUntil(world, customerId, '2026-04-01');
    },
  },
  'first-day-never-given-back': {
    today: from,
    right: ['04-01 30.00', '05-01 30.00', '05-01 -30.00'],
    wrong: ['04-01 30.00', '05-01 30.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'basic', start);
      await happen(world, id, { act: 'cancel', on: '2026-05-01' });
      return billsUntil(world, customerId, '2026-05-02');
    },
  },
  'setup-again-after-first-day': {
    today: from,
    right: ['04-01 39.00', '04-01 30.00'],
    wrong: ['04-01 39.00', '04-01 37.00'],
    look: async (world) => {
      const setup = (amount: string) =>
        ({ kind: 'one-off', code: 'setup', price: { kind: 'flat', amount } }) as const;
      await world.publish('basic', [flatFee('30.00'), setup('9.00')]);
      await world.publish('pro', [flatFee('60.00'), setup('7.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'basic', start);
      await happen(world, id, { act: 'change', on: from, body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-04-02');
    },
  },
  'changed-plan-at-price-of-the-first': {
    today: from,
    right: ['04-01 30.00', '04-16 30.00'],
    wrong: ['04-01 30.00', '04-16 15.00'],
    look: async (world) => {
      await world.publish('basic', [flatFee('30.00')]);
      await world.publish('pro', [flatFee('60.00')]);
      await world.publish('pro', [flatFee('90.00')], { effectiveFrom: '2026-04-10' });
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'basic', start);
      await happen(world, id, { act: 'change', on: '2026-04-16', body: { plan: 'pro' } });
      return billsUntil(world, customerId, '2026-04-17');
    },
  },
  'agreed-price-by-first-letters': {
    today: from,
    right: ['04-01 28.00'],
    wrong: ['04-01 16.00'],
    look: async (world) => {
      const negotiated = [{ charge: 'seat', price: { kind: 'flat', amount: '8.00' } }];
      return billsUntil(world, await alike(world, { negotiated }), '2026-04-02');
    },
  },
  'coupon-by-first-letters-of-plan': {
    today: from,
    right: ['04-01 30.00', '04-01 100.00', '05-01 115.00'],
    wrong: ['04-01 30.00', '04-01 100.00', '05-01 65.00'],
    look: async (world) => {
      const customerId = await alike(world, {});
      await world.subscribe(customerId, 'pro-plus', { ...start, key: 's2' });
      const scope = { kind: 'plans', plans: ['pro'] };
      const ends = { redeemBy: null, validUntil: null, invoicesMax: null, redemptionsMax: null };
      const value = { kind: 'percent', percent: '50' };
      await world.ok('POST', '/v1/coupons', { code: 'HALF', value, scope, ...ends });
      const url = `/v1/customers/${customerId}/coupons`;
      const body = { code: 'HALF', subscriptionId: null };
      await world.callWith({ 'idempotency-key': 'r1' }, { method: 'POST', url, body });
      return billsUntil(world, customerId, '2026-05-01');
    },
  },
  'greek-vat-id-not-known': taxOn({ country: 'GR', vatId: 'EL094259216' }, '19.00', '0.00'),
  'exempt-only-without-vat-id': taxOn({ taxStatus: 'exempt', vatId: 'DE129273398' }, '19.00', '0.00'),
  'group-values-run-together': {
    today: from,
    right: ['05-01 12.00'],
    wrong: ['05-01 7.00'],
    look: metered({ aggregation: 'max', groupBy: ['site', 'zone'] }, [
      ['5', { site: 'ab', zone: 'c' }],
      ['7', { site: 'a', zone: 'bc' }],
    ]),
  },
  'last-value-of-zero-skipped': {
    today: from,
    right: [],
    wrong: ['05-01 5.00'],
    look: metered({ aggregation: 'last' }, [
      ['5', {}],
      ['0', {}],
    ]),
  },
  'smallest-invoice-paid-first': {
    today: from,
    right: ['40.00', '20.00'],
    wrong: ['60.00', '0.00'],
    look: async (world) => {
      await world.publish('large', [flatFee('60.00')]);
      await world.publish('small', [flatFee('20.00')]);
      const customerId = await world.customer();
      for (const plan of ['large', 'small']) await world.subscribe(customerId, plan, { ...start, key: plan });
      const body = { customerId, amount: { amount: '20.00', currency: 'EUR' }, invoiceIds: null };
      await world.callWith({ 'idempotency-key': 'in' }, { method: 'POST', url: '/v1/receipts', body });
      return (await world.invoices(customerId)).map(({ due }) => due.amount);
    },
  },
  'clerk-refunds': {
    today: from,
    right: 403,
    wrong: 404,
    look: async (world) => {
      const { apiKey } = await world.ok<{ apiKey: string }>('POST', '/v1/users', {
        name: 'Cleo',
        role: 'clerk',
      });
      const body = { amount: { amount: '1.00', currency: 'EUR' } };
      const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': 'r' };
      return (await world.callWith(headers, { method: 'POST', url: '/v1/payments/none/refunds', body }))
        .status;
    },
  },
};

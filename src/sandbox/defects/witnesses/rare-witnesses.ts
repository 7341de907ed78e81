import type { Charge } from '../../../model/billing/catalog.ts';
import { flatFee, perCall, type TestWorld } from '../../test-world.ts';
import { rebilled, voidWith } from './credit-account.ts';
import { billsUntil } from './subscription-story.ts';
import { quoteOf, type Witness } from './witness.ts';

const today = '2026-01-01';

/** What few histories have in them: a sign within a value, a list in another order, a document that takes another's place. */
export const rareWitnesses: Readonly<Record<string, Witness>> = {
  'groups-joined-by-hyphen': {
    today,
    right: '12.00',
    wrong: '7.00',
    look: async (world) => {
      const groups = { aggregation: 'max', groupBy: ['site', 'zone'] } as const;
      await world.publish('metered', [{ ...perCall('1.00'), ...groups } as Charge]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'metered');
      const events = [
        { id: 'e1', quantity: '5', at: '2026-01-04T10:00:00Z', properties: { site: 'a-b', zone: 'c' } },
        { id: 'e2', quantity: '7', at: '2026-01-05T10:00:00Z', properties: { site: 'a', zone: 'b-c' } },
      ];
      await world.send(customerId, events);
      await world.advance('2026-02-01');
      return (await world.invoices(customerId))[0]?.total.amount;
    },
  },
  // An hour of its own from 8 to 18: 10 units at 2 are above its 5, which makes 5 and 15 at twice the price.
  'all-day-commitment-first': {
    today,
    right: '35.00',
    wrong: '39.00',
    look: async (world) => {
      const terms = { unit: '2', overageFactor: '2', trueUp: false };
      const commitments = [
        { ...terms, hours: null, minimum: '1' },
        { ...terms, hours: { from: 8, to: 18 }, minimum: '5' },
      ];
      const windows = [{ hour: 9, quantity: '10' }];
      const question = { kind: 'hourly-commitment', currency: 'EUR', commitments, windows };
      return (await world.ok<{ total: string }>('POST', '/v1/preview', question)).total;
    },
  },
  'packages-counted-as-floats': {
    today,
    right: '3.00',
    wrong: '4.00',
    look: async (world) => {
      const price = { kind: 'package', packageSize: '0.7', packagePrice: '1', freeUnits: '0' };
      const usual = { alreadyBilled: '0', runningTotals: [], minimum: null, maximum: null };
      const question = { kind: 'rating', currency: 'EUR', price, quantity: '2.1', ...usual };
      return (await world.ok<{ amount: string }>('POST', '/v1/preview', question)).amount;
    },
  },
  'metered-charge-needs-no-further-price': {
    today,
    right: 422,
    wrong: 201,
    look: async (world) => {
      const prices = [{ charge: 'fee', price: { kind: 'flat', amount: '54.00' } }];
      const otherCurrencies = [{ currency: 'USD', prices }];
      await world.publish('world', [flatFee('50.00')], { otherCurrencies });
      const version = { plan: 'world', effectiveFrom: '2026-02-01', currency: 'EUR', otherCurrencies };
      const charges = [flatFee('50.00'), perCall('0.10')];
      const interval = { unit: 'month', count: 1 };
      return (await world.call('POST', '/v1/plans', { ...version, charges, interval })).status;
    },
  },
  // Sixteen days at EUR 2.00 a day, less sixteen at EUR 1.00.
  'replacement-without-credits': {
    today,
    right: '16.00',
    wrong: '32.00',
    look: async (world) => {
      await world.publish('small', [flatFee('31.00')]);
      await world.publish('large', [flatFee('62.00')]);
      const customerId = await world.customer();
      const id = await world.subscribe(customerId, 'small');
      await world.advance('2026-01-16');
      const timing = { kind: 'date', date: '2026-01-16' };
      await world.ok('POST', `/v1/subscriptions/${id}/change`, { plan: 'large', timing });
      const invoiceId = (await world.invoices(customerId))[1]?.id ?? '';
      await voidWith(world, invoiceId, 'v1');
      return (await rebilled(world, invoiceId)).total.amount;
    },
  },
  'coupon-not-used-by-replacement': {
    today,
    right: ['90.00', '90.00', '100.00'],
    wrong: ['90.00', '90.00', '90.00'],
    look: async (world) => {
      const customerId = await withCoupons(world, [{ code: 'ten', invoicesMax: 1 }]);
      await world.advance('2026-02-01');
      const invoiceId = (await world.invoices(customerId))[1]?.id ?? '';
      await voidWith(world, invoiceId, 'v1');
      await rebilled(world, invoiceId);
      await world.advance('2026-03-01');
      return (await world.invoices(customerId)).slice(1).map(({ total }) => total.amount);
    },
  },
  'preview-without-narrow-coupon': {
    today,
    right: '90.00',
    wrong: '100.00',
    look: async (world) => {
      const customerId = await withCoupons(world, [{ code: 'ten', isNarrow: true }]);
      return (await quoteOf(world, customerId, '2026-02-01'))?.total.amount;
    },
  },
  // EUR 100.00 less 20.00, and half of the rest; or half of it, and 20.00 less.
  'narrow-coupon-comes-last': {
    today,
    right: '40.00',
    wrong: '30.00',
    look: async (world) => {
      const half = { kind: 'percent', percent: '50' };
      const twenty = { kind: 'amount', amount: '20.00', currency: 'EUR' };
      const coupons = [
        { code: 'half', value: half },
        { code: 'twenty', value: twenty, isNarrow: true },
      ];
      const customerId = await withCoupons(world, coupons);
      await world.advance('2026-02-01');
      return (await world.invoices(customerId))[1]?.total.amount;
    },
  },
  // 40 rows a page, of which 8 are above the lines: the last 12 fees and the sums are on the second page.
  'pdf-short-page-left-out': {
    today: '2026-04-01',
    right: ['EUR 1.32', 'EUR 1.33'],
    wrong: ['EUR 1.32'],
    look: async (world) => {
      const fees = Array.from({ length: 40 }, (_, index) => ({
        ...flatFee(`1.${String(index + 1).padStart(2, '0')}`),
        code: `fee-${index}`,
      }));
      await world.publish('long', fees);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'long', { start: '2026-04-01' });
      await billsUntil(world, customerId, '2026-04-02');
      const [invoice] = await world.invoices(customerId);
      const { text } = await world.call('GET', `/v1/invoices/${invoice?.id}/pdf`);
      return [...text.matchAll(/\((EUR 1\.3[23])\) Tj/g)].map(([, amount]) => amount);
    },
  },
  'request-keys-without-case': {
    today,
    right: [201, 201],
    wrong: [201, 409],
    look: async (world) => {
      const home = { country: 'DE', currency: 'EUR', timeZone: 'UTC' };
      const statuses: number[] = [];
      for (const key of ['aZ', 'Az']) {
        const request = { method: 'POST', url: '/v1/customers', body: { key, name: key, ...home } } as const;
        statuses.push((await world.callWith({ 'idempotency-key': key }, request)).status);
      }
      return statuses;
    },
  },
  'coupons-leave-no-trace': {
    today,
    right: true,
    wrong: false,
    look: async (world) => {
      await withCoupons(world, [{ code: 'ten' }]);
      return (await entries(world)).some(({ action }) => action.includes('coupons'));
    },
  },
  'audit-cut-after-255-signs': {
    today,
    right: false,
    wrong: true,
    look: async (world) => {
      await withCoupons(world, []);
      const { invoices } = await world.ok<{ invoices: { id: string }[] }>('GET', '/v1/invoices');
      await voidWith(world, invoices[0]?.id ?? '', 'v1');
      return (await entries(world)).every(({ after }) => (after?.length ?? 0) <= 255);
    },
  },
};

interface Held {
  readonly code: string;
  readonly value?: object;
  readonly invoicesMax?: number;
  /** For the one subscription only. */
  readonly isNarrow?: boolean;
}

/** EUR 100.00 a month from 1 January on; the coupons are redeemed when January is billed. */
async function withCoupons(world: TestWorld, coupons: readonly Held[]): Promise<string> {
  await world.publish('gold', [flatFee('100.00')]);
  const customerId = await world.customer();
  const subscription = await world.subscribe(customerId, 'gold');
  for (const { code, value, invoicesMax = null, isNarrow = false } of coupons) {
    await world.ok('POST', '/v1/coupons', {
      code,
      value: value ?? { kind: 'percent', percent: '10' },
      scope: { kind: 'invoice' },
      redeemBy: null,
      validUntil: null,
      invoicesMax,
      redemptionsMax: null,
    });
    const body = { code, subscriptionId: isNarrow ? subscription : null };
    const url = `/v1/customers/${customerId}/coupons`;
    const { status, text } = await world.callWith({ 'idempotency-key': code }, { method: 'POST', url, body });
    if (status > 299) throw new Error(`the coupon was answered with ${status}: ${text}`);
  }
  return customerId;
}

interface Entry {
  readonly action: string;
  readonly after: string | null;
}

async function entries(world: TestWorld): Promise<readonly Entry[]> {
  return (await world.ok<{ entries: Entry[] }>('GET', '/v1/audit')).entries;
}

import type { Charge } from '../../../model/billing/catalog.ts';
import type { Coupon } from '../../../model/billing/coupon.ts';
import type { TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

/** For tests only: one customer, what he buys, and what is done to the price. */
export interface TaxStory {
  readonly charges: readonly Charge[];
  readonly prices?: 'net' | 'gross';
  readonly customer?: object;
  readonly seller?: { readonly country: string; readonly region: string | null };
  readonly rates?: readonly object[];
  readonly coupons?: readonly Partial<Coupon>[];
  /** Done on that day, after which the clock goes on. */
  readonly cancelOn?: string;
  readonly until?: string;
}

export const fee = (amount: string, code = 'fee'): Charge => ({
  kind: 'recurring',
  code,
  timing: 'advance',
  price: { kind: 'flat', amount },
});

export function rate(ratePercent: string, from = '2020-01-01', more: object = {}): object {
  return { country: 'DE', ratePercent, from, ...more };
}

export const off = (percent: string) => ({ kind: 'percent', percent }) as const;
export const less = (amount: string) => ({ kind: 'amount', amount, currency: 'EUR' }) as const;

/** The story played; answers the customer's id. */
export async function play(world: TestWorld, story: TaxStory): Promise<string> {
  await world.publish('gold', story.charges, { prices: story.prices ?? 'net' });
  for (const each of story.rates ?? []) await world.ok('POST', '/v1/tax-rates', each);
  if (story.seller !== undefined) await world.ok('POST', '/v1/seller', story.seller);
  const customerId = await world.customer(story.customer);
  for (const [index, coupon] of (story.coupons ?? []).entries()) {
    await createCoupon(world, { code: `c${index}`, ...coupon });
    await redeem(world, { customerId, code: `c${index}`, key: `k${index}` });
  }
  const id = await world.subscribe(customerId, 'gold');
  if (story.cancelOn !== undefined) {
    await world.advance(story.cancelOn);
    const timing = { kind: 'date', date: story.cancelOn };
    await world.ok('POST', `/v1/subscriptions/${id}/cancel`, { timing });
  }
  if (story.until !== undefined) await world.advance(story.until);
  return customerId;
}

export async function createCoupon(world: TestWorld, coupon: Partial<Coupon>): Promise<void> {
  const limits = { redeemBy: null, validUntil: null, invoicesMax: null, redemptionsMax: null };
  await world.ok('POST', '/v1/coupons', {
    value: off('10'),
    scope: { kind: 'invoice' },
    ...limits,
    ...coupon,
  });
}

/** The status of the answer. */
export async function redeem(
  world: TestWorld,
  of: { customerId: string; code: string; key: string; subscriptionId?: string },
): Promise<number> {
  const body = { code: of.code, subscriptionId: of.subscriptionId ?? null };
  const request = { method: 'POST', url: `/v1/customers/${of.customerId}/coupons`, body } as const;
  return (await world.callWith({ 'idempotency-key': of.key }, request)).status;
}

/** A story whose outcome is what the invoices say of it: discount, tax and total of each. */
export function taxWitness(
  story: TaxStory,
  outcome: { readonly right: readonly string[]; readonly wrong: readonly string[] },
): Witness {
  return {
    today: '2026-01-01',
    ...outcome,
    look: async (world) => {
      const invoices = await world.invoices(await play(world, story));
      return invoices.map(({ discount, tax, total }) =>
        [discount, tax, total].map(({ amount }) => amount).join(' '),
      );
    },
  };
}

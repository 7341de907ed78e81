import type { TestWorld } from '../../test-world.ts';
import { createCoupon, fee, less, off, play, rate, redeem, taxWitness } from './tax-story.ts';
import { quoteOf, type Witness } from './witness.ts';

const hundred = [fee('100.00')];

/** Coupons: who gets them, for how long, and what they are taken off. Discount, tax, total. */
export const couponWitnesses: Readonly<Record<string, Witness>> = {
  'last-redemption-raced': statuses({ right: [201, 409], wrong: [201, 201] }, (world, customerId) =>
    Promise.all(['a', 'b'].map((key) => redeem(world, { customerId, code: 'one', key }))),
  ),
  'redemptions-not-limited': statuses({ right: [201, 409], wrong: [201, 201] }, async (world, customerId) => [
    await redeem(world, { customerId, code: 'one', key: 'a' }),
    await redeem(world, { customerId, code: 'one', key: 'b' }),
  ]),
  'redemption-repeated-despite-key': statuses(
    { right: [201, 201], wrong: [201, 409] },
    async (world, customerId) => [
      await redeem(world, { customerId, code: 'one', key: 'a' }),
      await redeem(world, { customerId, code: 'one', key: 'a' }),
    ],
  ),
  'coupon-redeemed-after-its-day': {
    today: '2026-01-01',
    right: [201, 422],
    wrong: [201, 201],
    look: async (world) => {
      const customerId = await play(world, { charges: hundred });
      await createCoupon(world, { code: 'one', redeemBy: day('2026-01-02') });
      await world.advance('2026-01-02');
      const inTime = await redeem(world, { customerId, code: 'one', key: 'a' });
      await world.advance('2026-01-03');
      return [inTime, await redeem(world, { customerId, code: 'one', key: 'b' })];
    },
  },
  'coupon-outlives-its-last-day': taxWitness(
    { charges: hundred, coupons: [{ validUntil: day('2026-01-31') }], until: '2026-02-01' },
    { right: ['10.00 0.00 90.00', '0.00 0.00 100.00'], wrong: ['10.00 0.00 90.00', '10.00 0.00 90.00'] },
  ),
  'last-day-of-coupon-lost': taxWitness(
    { charges: hundred, coupons: [{ validUntil: day('2026-01-01') }] },
    { right: ['10.00 0.00 90.00'], wrong: ['0.00 0.00 100.00'] },
  ),
  'last-invoice-of-coupon-forgotten': taxWitness(
    { charges: hundred, coupons: [{ invoicesMax: 2 }], until: '2026-02-01' },
    { right: ['10.00 0.00 90.00', '10.00 0.00 90.00'], wrong: ['10.00 0.00 90.00', '0.00 0.00 100.00'] },
  ),
  'coupon-never-used-up': taxWitness(
    { charges: hundred, coupons: [{ invoicesMax: 1 }], until: '2026-02-01' },
    { right: ['10.00 0.00 90.00', '0.00 0.00 100.00'], wrong: ['10.00 0.00 90.00', '10.00 0.00 90.00'] },
  ),
  'free-month-uses-up-coupon': {
    today: '2026-01-01',
    right: ['0.00', '90.00'],
    wrong: ['0.00', '100.00'],
    look: async (world) => {
      await world.publish('gold', [fee('0.00')]);
      const version = {
        plan: 'gold',
        currency: 'EUR',
        interval: { unit: 'month', count: 1 },
        charges: hundred,
      };
      await world.ok('POST', '/v1/plans', { ...version, effectiveFrom: '2026-02-01' });
      const customerId = await world.customer();
      await createCoupon(world, { code: 'one', invoicesMax: 1 });
      await redeem(world, { customerId, code: 'one', key: 'a' });
      await world.subscribe(customerId, 'gold');
      await world.advance('2026-02-01');
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'preview-uses-up-coupon': {
    today: '2026-01-01',
    right: ['90.00', '90.00'],
    wrong: ['90.00', '100.00'],
    look: async (world) => {
      const customerId = await play(world, { charges: hundred });
      await createCoupon(world, { code: 'one', invoicesMax: 1 });
      await redeem(world, { customerId, code: 'one', key: 'a' });
      const quotes = [];
      for (let repeat = 0; repeat < 2; repeat += 1)
        quotes.push(await quoteOf(world, customerId, '2026-02-01'));
      return quotes.map((quote) => quote?.total.amount);
    },
  },
  'void-keeps-coupon-used': {
    today: '2026-01-01',
    right: ['90.00', '90.00'],
    wrong: ['90.00', '100.00'],
    look: async (world) => {
      const customerId = await play(world, { charges: hundred, coupons: [{ invoicesMax: 1 }] });
      const id = (await world.invoices(customerId))[0]?.id ?? '';
      const request = { method: 'POST', url: `/v1/invoices/${id}/void`, body: {} } as const;
      await world.callWith({ 'idempotency-key': 'void' }, request);
      await world.advance('2026-02-01');
      return (await world.invoices(customerId)).map(({ total }) => total.amount);
    },
  },
  'coupons-of-equal-add-ons-swapped': {
    today: '2026-01-01',
    right: ['10.00 0.00'],
    wrong: ['10.00 10.00'],
    look: async (world) => {
      const customerId = await play(world, { charges: hundred });
      await world.subscribe(customerId, 'gold', { key: 'second' });
      const subscriptionId = (await world.invoices(customerId))[0]?.lines.map(idOf)[0] ?? '';
      await createCoupon(world, { code: 'one' });
      await redeem(world, { customerId, code: 'one', key: 'a', subscriptionId });
      const quote = await quoteOf(world, customerId, '2026-02-01');
      const discounts = quote?.lines.map((line) => Reflect.get(line, 'discount').amount as string);
      return [discounts?.toSorted().toReversed().join(' ')];
    },
  },
  'coupon-scope-ignored': taxWitness(
    {
      charges: [fee('100.00'), fee('50.00', 'seats')],
      coupons: [{ scope: { kind: 'charges', charges: ['seats'] } }],
    },
    { right: ['5.00 0.00 145.00'], wrong: ['15.00 0.00 135.00'] },
  ),
  'second-coupon-on-full-price': taxWitness(
    { charges: hundred, coupons: [{ value: off('50') }, { value: off('10') }] },
    { right: ['55.00 0.00 45.00'], wrong: ['60.00 0.00 40.00'] },
  ),
  // 100 less 20 of it, less 10 of all: 100 - 20 - 10 = 70; the other way round 100 - 10 = 90, less 20 % is 72.
  'invoice-coupon-before-line-coupon': taxWitness(
    {
      charges: hundred,
      coupons: [{ value: less('10.00') }, { value: off('20'), scope: { kind: 'charges', charges: ['fee'] } }],
    },
    { right: ['30.00 0.00 70.00'], wrong: ['28.00 0.00 72.00'] },
  ),
  'coupon-makes-invoice-negative': taxWitness(
    { charges: hundred, coupons: [{ value: less('130.00') }] },
    { right: ['100.00 0.00 0.00'], wrong: ['130.00 0.00 -30.00'] },
  ),
  'shared-discount-loses-cents': taxWitness(
    {
      charges: ['a', 'b', 'c'].map((code) => fee('10.00', code)),
      coupons: [{ value: less('10.00') }],
    },
    { right: ['10.00 0.00 20.00'], wrong: ['9.99 0.00 20.01'] },
  ),
  'full-discount-leaves-tax': taxWitness(
    { charges: hundred, rates: [rate('19')], coupons: [{ value: off('100') }] },
    { right: ['100.00 0.00 0.00'], wrong: ['100.00 19.00 19.00'] },
  ),
  // 21 of 31 days of 31.00 come back: 21.00 less what was taken off them, which is 10 %.
  'credit-ignores-discount': taxWitness(
    { charges: [fee('31.00')], coupons: [{}], cancelOn: '2026-01-11' },
    { right: ['3.10 0.00 27.90', '-2.10 0.00 -18.90'], wrong: ['3.10 0.00 27.90', '0.00 0.00 -21.00'] },
  ),
};

type Day = NonNullable<Parameters<typeof createCoupon>[1]['validUntil']>;

function day(text: string): Day {
  return text as Day;
}

function idOf(line: object): string {
  return String(Reflect.get(line, 'subscriptionId'));
}

/** A coupon for one redemption, and how requests for it are answered. */
function statuses(
  outcome: { readonly right: readonly number[]; readonly wrong: readonly number[] },
  ask: (world: TestWorld, customerId: string) => Promise<readonly number[]>,
): Witness {
  return {
    today: '2026-01-01',
    ...outcome,
    look: async (world) => {
      const customerId = await play(world, { charges: hundred });
      await createCoupon(world, { code: 'one', redemptionsMax: 1 });
      return (await ask(world, customerId)).toSorted();
    },
  };
}

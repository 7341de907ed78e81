import type { Coupon, CouponValue } from '../../model/billing/coupon.ts';
import type { Discount } from '../../model/billing/customer.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import { couponOf } from '../coupons.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { StoryParts } from './story-subscriptions.ts';

type StoryCoupon =
  | { readonly kind: 'discount'; readonly discount: Discount }
  | { readonly kind: 'coupon'; readonly coupon: Coupon; isCreated: boolean };

/** The coupons of one scenario, and who redeemed them. */
export class StoryCoupons {
  readonly #parts: StoryParts;
  readonly #coupons = new Map<string, StoryCoupon>();
  #redemptions = 0;

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  add(name: string, percent: Decimal): void {
    this.#coupons.set(name, { kind: 'discount', discount: { code: codeOf(name), kind: 'percent', percent } });
  }

  /** One with an amount or an end, which the target must know before anybody redeems it. */
  addLimited(
    name: string,
    value: CouponValue,
    limits: Partial<Pick<Coupon, 'validUntil' | 'invoicesMax' | 'redemptionsMax'>>,
  ): void {
    const coupon = couponOf(codeOf(name), value, limits);
    this.#coupons.set(name, { kind: 'coupon', coupon, isCreated: false });
  }

  async redeem(customer: string, name: string, date: LocalDate): Promise<void> {
    const coupon = this.#coupons.get(name);
    if (coupon === undefined)
      throw new ScenarioDefect(`Found the coupon "${name}", expected one that the scenario gave before.`);
    const session = await this.#parts.clock.at(date);
    const customerId = this.#parts.customers.id(customer);
    if (coupon.kind === 'discount') {
      await session.redeemDiscount(customerId, coupon.discount);
      return;
    }
    if (!coupon.isCreated) await session.createCoupon(coupon.coupon);
    coupon.isCreated = true;
    this.#redemptions += 1;
    const key = `${this.#parts.world.checkId}-redemption-${this.#redemptions}`;
    await session.redeemCoupon({ key, customerId, code: coupon.coupon.code, subscriptionId: null });
  }
}

function codeOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

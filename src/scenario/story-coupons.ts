import type { Discount } from '../model/billing/customer.ts';
import type { LocalDate } from '../model/date.ts';
import type { Decimal } from '../model/decimal.ts';
import { ScenarioDefect } from './expectation-failed.ts';
import type { StoryParts } from './story-subscriptions.ts';

/** The coupons of one scenario, and who redeemed them. */
export class StoryCoupons {
  readonly #parts: StoryParts;
  readonly #coupons = new Map<string, Discount>();

  constructor(parts: StoryParts) {
    this.#parts = parts;
  }

  add(name: string, percent: Decimal): void {
    const code = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    this.#coupons.set(name, { code, kind: 'percent', percent });
  }

  async redeem(customer: string, name: string, date: LocalDate): Promise<void> {
    const coupon = this.#coupons.get(name);
    if (coupon === undefined)
      throw new ScenarioDefect(`Found the coupon "${name}", expected one that the scenario gave before.`);
    const session = await this.#parts.clock.at(date);
    await session.redeemDiscount(this.#parts.customers.id(customer), coupon);
  }
}

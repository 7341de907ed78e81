import type { Faker } from '@faker-js/faker';
import type { Coupon } from '../../model/billing/coupon.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import type { CouponHeld, ExpectedInvoice } from '../../oracle/subscription/billing-history.ts';
import { amountOff, couponOf, held, percentOff } from '../coupons.ts';
import { amount, type Home } from '../situations/homes.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import { type CustomerHistory, firstDay } from './customer-history.ts';

/** A discount, or up to three coupons one after the other: some for a plan, a charge or a subscription, some that end. */
export function withDiscounts(
  faker: Faker,
  history: CustomerHistory,
  { home, invoices }: { readonly home: Home; readonly invoices: readonly ExpectedInvoice[] },
): CustomerHistory {
  const way = faker.helpers.arrayElement(['nothing', 'discount', 'coupons', 'coupons'] as const);
  if (way === 'nothing') return history;
  const { billing } = history;
  const quietDay = () => drawnQuietDay(faker, history, invoices);
  if (way === 'discount')
    return {
      ...history,
      billing: { ...billing, discounts: [{ from: quietDay(), percent: drawnPercent(faker) }] },
    };
  const count = faker.number.int({ min: 1, max: 3 });
  const days = Array.from({ length: count }, quietDay);
  const isPlain = isCrowded(history, invoices);
  const coupons = [...new Set(days)].toSorted().map((on, index): CouponHeld => {
    const coupon = drawnCoupon(faker, { history, home, on, number: index + 1, isPlain });
    return held(coupon, on, subscriptionFor(faker, history, on));
  });
  const again = redeemedAgain(faker, { history, coupons, isPlain, on: quietDay() });
  return { ...history, billing: { ...billing, coupons: again } };
}

/** Without an invoice: whether one of the same day is reduced is a matter of the hour. */
function drawnQuietDay(
  faker: Faker,
  history: CustomerHistory,
  invoices: readonly ExpectedInvoice[],
): LocalDate {
  const days = new Set(invoices.map(({ issueDate }) => issueDate));
  let day = addDays(firstDay([history]), faker.number.int({ min: 1, max: 200 }));
  while (days.has(day)) day = addDays(day, 1);
  return day;
}

/**
 * Whether two subscriptions are billed on a day on which something is told of one. A target may make two invoices of it: how
 * often an amount is taken off, and how many invoices are used up, is then its own matter.
 */
function isCrowded({ billing }: CustomerHistory, invoices: readonly ExpectedInvoice[]): boolean {
  const told = new Set(billing.subscriptions.flatMap(actsOfSubscription).map(({ on }) => on));
  return invoices.some(
    ({ issueDate, lines }) =>
      told.has(issueDate) && new Set(lines.map(({ subscription }) => subscription)).size > 1,
  );
}

interface CouponWish {
  readonly history: CustomerHistory;
  readonly home: Home;
  readonly on: LocalDate;
  readonly number: number;
  /** A share of every invoice from now on, and nothing else. */
  readonly isPlain: boolean;
}

function drawnCoupon(faker: Faker, { history, home, on, number, isPlain }: CouponWish): Coupon {
  const { name, billing } = history;
  const isShare = isPlain || faker.datatype.boolean(0.6);
  const value = isShare
    ? percentOff(drawnPercent(faker))
    : amountOff(amount(faker, home, 300), home.currency);
  const plans = [...new Set(billing.plans.map(({ plan }) => plan))];
  const charges = [...new Set(billing.plans.flatMap((plan) => plan.charges.map(({ code }) => code)))];
  const scope = faker.helpers.arrayElement<Coupon['scope']>([
    { kind: 'invoice' },
    { kind: 'invoice' },
    { kind: 'plans', plans: faker.helpers.arrayElements(plans, 2) },
    { kind: 'charges', charges: faker.helpers.arrayElements(charges, 2) },
  ]);
  const ends = faker.datatype.boolean(0.4);
  return couponOf(`${name} ${number}`, value, {
    scope,
    validUntil: ends ? addDays(on, faker.number.int({ min: 5, max: 250 })) : null,
    invoicesMax: !isPlain && faker.datatype.boolean(0.3) ? faker.number.int({ min: 1, max: 4 }) : null,
  });
}

/** One that was ordered before the day and is not over. */
function subscriptionFor(faker: Faker, { billing }: CustomerHistory, on: LocalDate): string | null {
  const running = billing.subscriptions.filter(
    ({ start, toldOn = start, cancelledOn }) => toldOn < on && (cancelledOn === null || cancelledOn > on),
  );
  const [first] = running;
  return first !== undefined && faker.datatype.boolean(0.25) ? faker.helpers.arrayElement(running).key : null;
}

/** A code is not a redemption: who redeems one again, for another subscription or for all, has it twice. */
function redeemedAgain(
  faker: Faker,
  of: {
    readonly history: CustomerHistory;
    readonly coupons: readonly CouponHeld[];
    readonly isPlain: boolean;
    readonly on: LocalDate;
  },
): readonly CouponHeld[] {
  const { history, coupons, isPlain, on } = of;
  const isFree = !isPlain && coupons.every(({ redeemedOn }) => redeemedOn !== on);
  if (!isFree || !faker.datatype.boolean(0.3)) return coupons;
  const { coupon } = faker.helpers.arrayElement(coupons);
  if (coupon.validUntil !== null && coupon.validUntil < on) return coupons;
  const second = held(coupon, on, subscriptionFor(faker, history, on));
  return [...coupons, second].toSorted((a, b) => (a.redeemedOn < b.redeemedOn ? -1 : 1));
}

/** Now and then all of it: what cost nothing gives nothing back either. */
function drawnPercent(faker: Faker): string {
  if (faker.datatype.boolean(0.1)) return '100';
  return `${faker.number.int({ min: 1, max: 30 })}.${faker.helpers.arrayElement(['0', '25', '5'])}`;
}

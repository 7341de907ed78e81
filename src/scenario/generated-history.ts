import { base, en, Faker } from '@faker-js/faker';
import type { Charge, PlanVersion } from '../model/billing/catalog.ts';
import type { PriceModel } from '../model/billing/price.ts';
import { addDays, instantFromMs, type LocalDate, localDate } from '../model/date.ts';
import type { MeteredUsage } from '../oracle/billing-history.ts';
import type { SubscriptionHistory } from '../oracle/subscription-history.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from './customer-history.ts';

const homes = [
  { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', tax: '19', digits: 2 },
  { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles', tax: '8.875', digits: 2 },
  { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata', tax: '18', digits: 2 },
  { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo', tax: '10', digits: 0 },
  { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait', tax: '5', digits: 3 },
] as const;

type Home = (typeof homes)[number];

const meter = 'units';

/** Customers drawn from a seed: the same seed and salt always give the same ones. */
export function generatedHistories(wanted: {
  readonly seed: number;
  readonly salt: string;
  readonly count: number;
}): readonly CustomerHistory[] {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([wanted.seed, ...new TextEncoder().encode(wanted.salt)]);
  return Array.from({ length: wanted.count }, (_, index) => generated(faker, index + 1));
}

function generated(faker: Faker, number: number): CustomerHistory {
  const home = faker.helpers.arrayElement(homes);
  const plans = ['light', 'heavy'].map((size) => plan(faker, `${size}-${number}`, home));
  const start = addDays(localDate('2026-01-01'), faker.number.int({ min: 0, max: 60 }));
  const subscription = subscriptionIn(faker, { plans, start, number });
  // A credit of days that were charged without the discount is credited with or without it, as is the target's habit.
  const isCredited = subscription.changes.length > 0 || subscription.cancelledOn !== null;
  const discountDay = isCredited ? start : addDays(start, faker.number.int({ min: 0, max: 40 }));
  const percent = `${faker.number.int({ min: 1, max: 30 })}.${faker.helpers.arrayElement(['0', '25', '5'])}`;
  return customerHistory(
    { ...home, name: `${faker.company.name()} (${number})` },
    {
      plans,
      subscriptions: [subscription],
      usage: usageIn(faker, { from: start, days: 60, number }),
      taxRates: [taxFrom('2020-01-01', home.tax)],
      discounts: faker.datatype.boolean() ? [{ from: discountDay, percent }] : [],
      until: '2026-06-15',
    },
  );
}

/** Never a change or cancellation on the first day of a period: whose day that is depends on habits that no profile states. */
function subscriptionIn(
  faker: Faker,
  of: { readonly plans: readonly PlanVersion[]; readonly start: LocalDate; readonly number: number },
): SubscriptionHistory {
  const [light, heavy] = of.plans.map((version) => version.plan);
  const changes = faker.datatype.boolean()
    ? [{ on: addDays(of.start, faker.number.int({ min: 3, max: 25 })), plan: heavy ?? '' }]
    : [];
  const cancelledOn = faker.datatype.boolean(0.3)
    ? addDays(of.start, faker.number.int({ min: 34, max: 55 }))
    : null;
  const quantity = String(faker.number.int({ min: 1, max: 40 }));
  return subscriptionOf(light ?? '', of.start, { quantity, changes, cancelledOn });
}

function plan(faker: Faker, name: string, home: Home): PlanVersion {
  const charges: readonly Charge[] = [
    fee(amount(faker, home, 900)),
    {
      kind: 'recurring',
      code: 'seats',
      timing: 'advance',
      price: { kind: 'per-unit', unit: amount(faker, home, 90) },
    },
    metered(meter, usagePrice(faker)),
  ];
  return monthlyPlan(name, charges, { currency: home.currency });
}

function usagePrice(faker: Faker): PriceModel {
  const bounds = faker.helpers
    .uniqueArray(() => faker.number.int({ min: 5, max: 400 }), 2)
    .sort((a, b) => a - b);
  const unit = () => `0.${String(faker.number.int({ min: 1, max: 99_999 })).padStart(5, '0')}`;
  const tiers = [...bounds.map(String), null].map((upTo) => ({ upTo, unit: unit(), flat: '0' }));
  return faker.helpers.arrayElement<PriceModel>([
    { kind: 'graduated', tiers },
    { kind: 'volume', tiers },
    { kind: 'package', packageSize: String(bounds[0]), packagePrice: '7', freeUnits: '3' },
    { kind: 'per-unit', unit: unit() },
  ]);
}

function amount(faker: Faker, home: Home, majorMax: number): string {
  const whole = faker.number.int({ min: 1, max: majorMax });
  if (home.digits === 0) return String(whole);
  const fraction = faker.number.int({ min: 0, max: 10 ** home.digits - 1 });
  return `${whole}.${String(fraction).padStart(home.digits, '0')}`;
}

function usageIn(
  faker: Faker,
  of: { readonly from: LocalDate; readonly days: number; readonly number: number },
): readonly MeteredUsage[] {
  const noon = Date.parse(`${of.from}T12:00:00Z`);
  return Array.from({ length: faker.number.int({ min: 0, max: 12 }) }, (_, index) => ({
    id: `use-${of.number}-${index}`,
    meter,
    quantity: String(faker.number.int({ min: 0, max: 150 })),
    at: instantFromMs(noon + 86_400_000 + faker.number.int({ min: 0, max: of.days * 86_400_000 })),
  }));
}

import type { Faker } from '@faker-js/faker';
import type { Charge, ChargePrice, Interval, PlanVersion } from '../model/billing/catalog.ts';
import type { PriceModel } from '../model/billing/price.ts';
import { type LocalDate, localDate } from '../model/date.ts';

/** Where generated customers live: zones with clock changes on both sides of the equator, and without. */
export const homes = [
  { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', tax: '19', digits: 2 },
  { country: 'US', currency: 'USD', timeZone: 'America/Los_Angeles', tax: '8.875', digits: 2 },
  { country: 'NZ', currency: 'NZD', timeZone: 'Pacific/Auckland', tax: '15', digits: 2 },
  { country: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata', tax: '18', digits: 2 },
  { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo', tax: '10', digits: 0 },
  { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait', tax: '5', digits: 3 },
] as const;

export type Home = (typeof homes)[number];

export const meter = 'units';

/** Months come often, because most is sold by them. */
const intervals: readonly Interval[] = [
  { unit: 'month', count: 1 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'year', count: 1 },
  { unit: 'month', count: 2 },
  { unit: 'week', count: 2 },
  { unit: 'day', count: 30 },
];

export function drawnInterval(faker: Faker): Interval {
  return faker.helpers.arrayElement(intervals);
}

export interface PlanWish {
  readonly name: string;
  readonly home: Home;
  readonly interval: Interval;
  /** From then on a second version is in force; null for a price that never changes. */
  readonly dearerFrom: LocalDate | null;
}

/** A plan with a fee, seats, usage and sometimes a setup fee, in one or two versions. */
export function drawnPlan(faker: Faker, wish: PlanWish): readonly PlanVersion[] {
  const { name, home, interval, dearerFrom } = wish;
  const first: PlanVersion = {
    plan: name,
    effectiveFrom: localDate('2020-01-01'),
    interval,
    charges: drawnCharges(faker, home),
    ...currencies(faker, home),
  };
  const own = first.currency === home.currency ? first : withOwnPrices(faker, first, home);
  if (dearerFrom === null) return [own];
  const charges = own.charges.map((charge) => ({ ...charge, price: repriced(faker, charge, home) }));
  const later = { ...own, effectiveFrom: dearerFrom, charges };
  return [own, own.otherCurrencies === undefined ? later : withOwnPrices(faker, later, home)];
}

function currencies(faker: Faker, home: Home): Pick<PlanVersion, 'currency'> {
  const isForeign = home.currency !== 'EUR' && faker.datatype.boolean(0.2);
  return { currency: isForeign ? 'EUR' : home.currency };
}

/** Sold in euro everywhere else; at home each charge has a price of its own. */
function withOwnPrices(faker: Faker, version: PlanVersion, home: Home): PlanVersion {
  const prices = version.charges.map(
    (charge): ChargePrice => ({ charge: charge.code, price: repriced(faker, charge, home) }),
  );
  return { ...version, otherCurrencies: [{ currency: home.currency, prices }] };
}

function drawnCharges(faker: Faker, home: Home): readonly Charge[] {
  const timing = () => faker.helpers.arrayElement(['advance', 'advance', 'arrears'] as const);
  const inTrial = faker.helpers.arrayElement(['free', 'charged'] as const);
  const flat = { kind: 'flat', amount: amount(faker, home, 900) } as const;
  const charges: Charge[] = [
    { kind: 'recurring', code: 'fee', timing: timing(), price: flat },
    { kind: 'recurring', code: 'seats', timing: timing(), price: seatPrice(faker, home), inTrial },
    { kind: 'usage', code: `${meter}-usage`, meter, price: usagePrice(faker) },
  ];
  if (faker.datatype.boolean(0.3))
    charges.push({
      kind: 'one-off',
      code: 'setup',
      price: { kind: 'flat', amount: amount(faker, home, 200) },
    });
  return charges;
}

/** Another price of the same kind of charge. */
export function repriced(faker: Faker, charge: Charge, home: Home): PriceModel {
  if (charge.kind === 'usage') return usagePrice(faker);
  if (charge.code === 'seats') return seatPrice(faker, home);
  return { kind: 'flat', amount: amount(faker, home, 900) };
}

function seatPrice(faker: Faker, home: Home): PriceModel {
  return { kind: 'per-unit', unit: amount(faker, home, 90) };
}

function usagePrice(faker: Faker): PriceModel {
  const bounds = faker.helpers
    .uniqueArray(() => faker.number.int({ min: 5, max: 400 }), 2)
    .sort((a, b) => a - b);
  const unit = () => `0.${String(faker.number.int({ min: 1, max: 99_999 })).padStart(5, '0')}`;
  const flat = () => String(faker.number.int({ min: 0, max: 40 }));
  const tiers = [...bounds.map(String), null].map((upTo) => ({ upTo, unit: unit(), flat: '0' }));
  const steps = tiers.map(({ upTo }) => ({ upTo, unit: '0', flat: flat() }));
  return faker.helpers.arrayElement<PriceModel>([
    { kind: 'graduated', tiers },
    { kind: 'volume', tiers },
    { kind: 'stairstep', tiers: steps },
    { kind: 'package', packageSize: String(bounds[0]), packagePrice: '7', freeUnits: '3' },
    { kind: 'percentage', ratePercent: '1.5', fixedPerEvent: '0.25', freeEvents: 2, freeVolume: null },
    { kind: 'dynamic', multiplier: unit() },
    { kind: 'per-unit', unit: unit() },
  ]);
}

export function amount(faker: Faker, home: Pick<Home, 'digits'>, majorMax: number): string {
  const whole = faker.number.int({ min: 1, max: majorMax });
  if (home.digits === 0) return String(whole);
  const fraction = faker.number.int({ min: 0, max: 10 ** home.digits - 1 });
  return `${whole}.${String(fraction).padStart(home.digits, '0')}`;
}

import type { Faker } from '@faker-js/faker';
import type { Charge, ChargePrice, Interval, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import { type LocalDate, localDate } from '../../model/date.ts';
import { amount, type Home, taxCategory } from '../situations/homes.ts';
import { drawnUsageCharge, meter, usagePrice } from './generated-usage.ts';

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
  /** Whether the tax is within the prices. */
  readonly prices: 'net' | 'gross';
}

/** A plan with a fee, seats, usage and sometimes a setup fee, in one or two versions. */
export function drawnPlan(faker: Faker, wish: PlanWish): readonly PlanVersion[] {
  const { name, home, interval, dearerFrom, prices } = wish;
  const first: PlanVersion = {
    plan: name,
    effectiveFrom: localDate('2020-01-01'),
    interval,
    charges: drawnCharges(faker, home),
    ...currencies(faker, home),
    ...(prices === 'gross' ? { prices } : {}),
  };
  const own = first.currency === home.currency ? first : withOwnPrices(faker, first, home);
  if (dearerFrom === null) return [own];
  const kept = own.charges.map((charge) => ({ ...charge, price: repriced(faker, charge, home) }));
  const charges = otherCharges(faker, kept, home);
  const later = { ...own, effectiveFrom: dearerFrom, charges };
  return [own, own.otherCurrencies === undefined ? later : withOwnPrices(faker, later, home)];
}

/** What many begin with: it costs nothing, and its price never changes. */
export function freePlan(faker: Faker, { name, home, interval }: PlanWish): readonly PlanVersion[] {
  const timing = faker.helpers.arrayElement(['advance', 'arrears'] as const);
  const fee: Charge = { kind: 'recurring', code: 'fee', timing, price: { kind: 'flat', amount: '0' } };
  const { currency } = home;
  return [{ plan: name, effectiveFrom: localDate('2020-01-01'), interval, charges: [fee], currency }];
}

/** Mostly only prices change; now and then a fee comes along with them, or the seats are free from then on. */
function otherCharges(faker: Faker, kept: readonly Charge[], home: Home): readonly Charge[] {
  const way = faker.helpers.arrayElement(['same', 'same', 'same', 'more', 'fewer'] as const);
  if (way === 'same') return kept;
  if (way === 'fewer') return kept.filter(({ code }) => code !== 'seats');
  const timing = faker.helpers.arrayElement(['advance', 'arrears'] as const);
  const price = { kind: 'flat', amount: amount(faker, home, 90) } as const;
  return [...kept, { kind: 'recurring', code: 'support', timing, price }];
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
  return {
    ...version,
    charges: version.charges.map(withoutOwnSums),
    otherCurrencies: [{ currency: home.currency, prices }],
  };
}

/** Buckets and minima have amounts in the plan's own currency alone. */
function withoutOwnSums(charge: Charge): Charge {
  if (charge.kind !== 'usage') return charge;
  const { buckets: _buckets, minimum: _minimum, ...rest } = charge;
  return rest;
}

function drawnCharges(faker: Faker, home: Home): readonly Charge[] {
  const timing = () => faker.helpers.arrayElement(['advance', 'advance', 'arrears'] as const);
  const inTrial = faker.helpers.arrayElement(['free', 'charged'] as const);
  const category = faker.datatype.boolean(0.2) ? { taxCategory } : {};
  const flat = { kind: 'flat', amount: amount(faker, home, 900) } as const;
  const charges: Charge[] = [
    { kind: 'recurring', code: 'fee', timing: timing(), price: flat },
    {
      kind: 'recurring',
      code: 'seats',
      timing: timing(),
      price: seatPrice(faker, home),
      inTrial,
      ...category,
    },
    drawnUsageCharge(faker, home),
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
  if (charge.kind === 'usage') return usagePrice(faker, charge.aggregation ?? 'sum');
  if (charge.code === 'seats') return seatPrice(faker, home);
  return { kind: 'flat', amount: amount(faker, home, 900) };
}

function seatPrice(faker: Faker, home: Home): PriceModel {
  const bounds = ['5', '12', null] as const;
  const tiers = () =>
    bounds.map((upTo) => ({ upTo, unit: amount(faker, home, 40), flat: amount(faker, home, 25) }));
  const unit = amount(faker, home, 90);
  return faker.helpers.arrayElement<PriceModel>([
    { kind: 'per-unit', unit },
    { kind: 'per-unit', unit },
    { kind: 'per-unit', unit },
    { kind: 'graduated', tiers: tiers() },
    { kind: 'volume', tiers: tiers() },
  ]);
}

/** Some change to a plan that does not ask how much was used. */
export function withoutMeter(faker: Faker, versions: readonly PlanVersion[]): readonly PlanVersion[] {
  if (faker.datatype.boolean(0.6)) return versions;
  const metered = versions.flatMap(({ charges }) => charges.filter(({ kind }) => kind === 'usage'));
  const codes = metered.map(({ code }) => code);
  return without(versions, (code) => codes.includes(code) || code.startsWith(meter));
}

/** Whose setup is owed where a plan lasts for no day, is nobody's to say. */
export function withoutSetUp(versions: readonly PlanVersion[]): readonly PlanVersion[] {
  return without(versions, (code) => code === 'setup');
}

function without(
  versions: readonly PlanVersion[],
  isLeftOut: (code: string) => boolean,
): readonly PlanVersion[] {
  return versions.map((version) => ({
    ...version,
    charges: version.charges.filter(({ code }) => !isLeftOut(code)),
    ...(version.otherCurrencies === undefined
      ? {}
      : {
          otherCurrencies: version.otherCurrencies.map(({ currency, prices }) => ({
            currency,
            prices: prices.filter(({ charge }) => !isLeftOut(charge)),
          })),
        }),
  }));
}

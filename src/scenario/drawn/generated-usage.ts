import type { Faker } from '@faker-js/faker';
import type { PriceModel } from '../../model/billing/price.ts';
import type { Aggregation, UsageBucket, UsageCharge } from '../../model/billing/usage-charge.ts';
import { addDays, daysBetween, instantFromMs, type LocalDate } from '../../model/date.ts';
import type { MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { amount, type Home, taxCategory } from '../situations/homes.ts';

export const meter = 'units';

const sites = ['north', 'south'];
const regions = ['eu', 'us', 'apac'];

/** Sums come often, because most is metered by them. */
const aggregations: readonly Aggregation[] = [
  'sum',
  'sum',
  'sum',
  'sum',
  'sum',
  'sum',
  'count',
  'max',
  'min',
  'average',
  'last',
  'unique',
];

/** What is metered: counted in some way, in one amount or by groups and buckets, with what is included and owed at least. */
export function drawnUsageCharge(faker: Faker, home: Home): UsageCharge {
  const aggregation = faker.helpers.arrayElement(aggregations);
  const sometimes = <Part>(chance: number, part: () => Part) =>
    faker.datatype.boolean(chance) ? part() : undefined;
  const groupBy = sometimes(0.15, () => ['site']);
  const buckets = sometimes(0.2, () => drawnBuckets(faker, aggregation));
  const included = sometimes(0.2, () => String(faker.number.int({ min: 1, max: 80 })));
  const minimum = sometimes(0.2, () => amount(faker, home, 90));
  const category = sometimes(0.15, () => taxCategory);
  return {
    kind: 'usage',
    code: `${meter}-usage`,
    meter,
    price: usagePrice(faker, aggregation),
    ...(aggregation === 'sum' ? {} : { aggregation }),
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(buckets === undefined ? {} : { buckets }),
    ...(included === undefined ? {} : { included }),
    ...(minimum === undefined ? {} : { minimum }),
    ...(category === undefined ? {} : { taxCategory: category }),
  };
}

/** One by the hour, one by a value, and one whose values hold that of the other. */
function drawnBuckets(faker: Faker, aggregation: Aggregation): readonly UsageBucket[] {
  const from = faker.number.int({ min: 0, max: 12 });
  const bucket = (code: string, rest: Omit<UsageBucket, 'code' | 'price'>): UsageBucket => ({
    code: `${meter}-${code}`,
    price: usagePrice(faker, aggregation),
    ...rest,
  });
  return faker.helpers.arrayElements(
    [
      bucket('by-day', { where: {}, hours: { from, to: from + faker.number.int({ min: 1, max: 11 }) } }),
      bucket('eu', { where: { region: ['eu'] } }),
      bucket('eu-or-us', { where: { region: ['eu', 'us'] } }),
    ],
    { min: 1, max: 3 },
  );
}

/** A percentage prices single events, which only a sum keeps apart. */
export function usagePrice(faker: Faker, aggregation: Aggregation): PriceModel {
  const bounds = faker.helpers
    .uniqueArray(() => faker.number.int({ min: 5, max: 400 }), 2)
    .sort((a, b) => a - b);
  const unit = () => `0.${String(faker.number.int({ min: 1, max: 99_999 })).padStart(5, '0')}`;
  const flat = () => String(faker.number.int({ min: 0, max: 40 }));
  const tiers = [...bounds.map(String), null].map((upTo) => ({ upTo, unit: unit(), flat: '0' }));
  const steps = tiers.map(({ upTo }) => ({ upTo, unit: '0', flat: flat() }));
  const percentage: PriceModel = {
    kind: 'percentage',
    ratePercent: '1.5',
    fixedPerEvent: '0.25',
    freeEvents: 2,
    freeVolume: null,
  };
  return faker.helpers.arrayElement<PriceModel>([
    { kind: 'graduated', tiers },
    { kind: 'volume', tiers },
    { kind: 'stairstep', tiers: steps },
    { kind: 'package', packageSize: String(bounds[0]), packagePrice: '7', freeUnits: '3' },
    { kind: 'dynamic', multiplier: unit() },
    { kind: 'per-unit', unit: unit() },
    ...(aggregation === 'sum' ? [percentage] : []),
  ]);
}

/** More than what 32 bits hold; odd, so that a float of 32 bits does not hold it either. */
const beyondNarrowNumbers = 4_294_967_297;

export interface UsageWish {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly number: number;
  readonly home: Home;
  /** Key of a subscription that some of it names. */
  readonly subscription: string;
  /** Too late for one bill and in time for another of the same meter is a target's own matter. */
  readonly daysLateMax: number;
  /** Days on which something is told: whether usage told on one of them is before or after that is a matter of the hour. */
  readonly busyDays: ReadonlySet<LocalDate>;
}

/** Some of it close to midnight, in whatever zone that is; some is told late or twice, some takes back what was told. */
export function drawnUsage(faker: Faker, wish: UsageWish): readonly MeteredUsage[] {
  return Array.from({ length: faker.number.int({ min: 0, max: 20 }) }, (_, index) =>
    told(faker, reading(faker, wish, index), wish),
  ).flat();
}

function reading(faker: Faker, wish: UsageWish, index: number): MeteredUsage {
  const first = Date.parse(`${wish.from}T12:00:00Z`) + 86_400_000;
  const days = daysBetween(wish.from, wish.until) - 3;
  const isCorrection = faker.datatype.boolean(0.08);
  const isOfOne = faker.datatype.boolean(0.15);
  const quantity = faker.number.int({ min: 0, max: 150 });
  return {
    id: `use-${wish.number}-${index}`,
    meter,
    quantity: `${isCorrection ? '-' : ''}${quantity === 77 ? beyondNarrowNumbers : quantity}`,
    at: instantFromMs(first + faker.number.int({ min: 0, max: days * 86_400_000 })),
    properties: { site: faker.helpers.arrayElement(sites), region: faker.helpers.arrayElement(regions) },
    subject: `user-${faker.number.int({ min: 1, max: 5 })}`,
    operation: faker.helpers.arrayElement(['add', 'add', 'add', 'remove'] as const),
    ...(isOfOne ? { subscription: wish.subscription } : {}),
  };
}

function told(
  faker: Faker,
  event: MeteredUsage,
  { home, until, busyDays, daysLateMax }: UsageWish,
): readonly MeteredUsage[] {
  const way = faker.helpers.arrayElement([...Array<'once'>(12).fill('once'), 'late', 'twice'] as const);
  const day = dayInZone(event.at, home.timeZone);
  let arrived = addDays(day, faker.number.int({ min: 1, max: daysLateMax }));
  while (busyDays.has(arrived)) arrived = addDays(arrived, 1);
  if (way === 'once' || arrived >= until) return [event];
  return way === 'late' ? [{ ...event, arrived }] : [event, { ...event, arrived }];
}

import type { Faker } from '@faker-js/faker';
// The main entry loads the words of every language.
import { faker as drawing } from '@faker-js/faker/locale/en';
import type { Term } from '../model/billing/subscription.ts';
import { addDays, daysBetween, instantFromMs, type LocalDate, localDate } from '../model/date.ts';
import type { MeteredUsage, TaxFrom } from '../oracle/billing-history.ts';
import { monthsAfter } from '../oracle/calendar.ts';
import { expectedInvoices } from '../oracle/expected-invoices.ts';
import { referenceProfile } from '../oracle/reference-profile.ts';
import { stintsOf } from '../oracle/stints.ts';
import type { SubscriptionHistory } from '../oracle/subscription-history.ts';
import {
  type CustomerHistory,
  customerHistory,
  firstDay,
  subscriptionOf,
  taxFrom,
} from './customer-history.ts';
import { drawnLife, type LifeFrame } from './generated-life.ts';
import { amount, drawnInterval, drawnPlan, type Home, homes, meter } from './generated-plans.ts';

/** As long as the longest of our calendar checks: over every end of a month and both changes of the clock. */
const months = 14;

const startsWithinDays = 40;

/** Days on which calendars are known to stumble: ends of months, the leap day, changes of the clock. */
const hardDays = [
  '2026-01-29',
  '2026-01-30',
  '2026-01-31',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-08-31',
  '2026-09-27',
  '2026-10-25',
  '2026-11-01',
  '2026-12-31',
  '2027-11-30',
  '2028-02-29',
  '2028-01-31',
] as const;

/** Customers drawn from a seed: the same seed and salt always give the same ones. */
export function generatedHistories(wanted: {
  readonly seed: number;
  readonly salt: string;
  readonly count: number;
}): readonly CustomerHistory[] {
  const faker: Faker = drawing;
  // One for all, seeded anew for each: nothing is drawn between here and the end of this function but what belongs to it.
  faker.seed([wanted.seed, ...new TextEncoder().encode(wanted.salt)]);
  // Of one check all live in the same time: the clock moves for all of them together.
  const near = localDate(faker.helpers.arrayElement(hardDays));
  // A rate is the country's, so customers of one country share it.
  const rates = new Map(
    homes.map((home) => [home, [taxFrom('2020-01-01', home.tax), ...newTax(faker, near)]]),
  );
  return Array.from({ length: wanted.count }, (_, index) => generated(faker, { near, rates }, index + 1));
}

interface Setting {
  readonly near: LocalDate;
  readonly rates: ReadonlyMap<Home, readonly TaxFrom[]>;
}

function generated(faker: Faker, { near, rates }: Setting, number: number): CustomerHistory {
  const home = faker.helpers.arrayElement(homes);
  const start = faker.datatype.boolean(0.5)
    ? near
    : addDays(near, faker.number.int({ min: 1, max: startsWithinDays }));
  // The clock goes on for everybody until the last one's day, so that day is the same for all.
  const until = monthsAfter(addDays(near, startsWithinDays), months);
  const interval = drawnInterval(faker);
  const dearerFrom = addDays(start, faker.number.int({ min: 5, max: 300 }));
  const wish = { home, interval, dearerFrom: faker.datatype.boolean(0.6) ? dearerFrom : null };
  const names = {
    light: `light-${number}`,
    heavy: `heavy-${number}`,
    other: `other-${number}`,
    extra: `extra-${number}`,
  };
  const plans = [
    ...drawnPlan(faker, { ...wish, name: names.light }),
    ...drawnPlan(faker, { ...wish, name: names.heavy }),
    ...drawnPlan(faker, { ...wish, name: names.other, interval: drawnInterval(faker) }),
    ...drawnPlan(faker, { ...wish, name: names.extra }),
  ];
  const hasAddOn = faker.datatype.boolean(0.4);
  const order = orderIn(faker, { plan: names.light, start, home });
  const isBound = hasAddOn || order.term !== undefined;
  const choices = isBound ? [names.light, names.heavy] : [names.light, names.heavy, names.other];
  const main = drawnLife(faker, order, { plans, others: [], choices, until });
  const frame: LifeFrame = { plans, others: [main], choices: [names.extra], until };
  const subscriptions = hasAddOn ? [main, ...addOnTo(faker, main, frame)] : [main];
  const history = customerHistory(
    { ...home, name: `${faker.company.name()} (${number})` },
    {
      plans,
      subscriptions,
      usage: usageIn(faker, { from: order.toldOn ?? start, until, number }),
      taxRates: rates.get(home) ?? [],
      discounts: [],
      until,
    },
  );
  return withDiscount(faker, history);
}

function orderIn(
  faker: Faker,
  of: { readonly plan: string; readonly start: LocalDate; readonly home: Home },
): SubscriptionHistory {
  const { plan, start, home } = of;
  const quantity = String(faker.number.int({ min: 1, max: 40 }));
  const billing = faker.helpers.arrayElement(['anniversary', 'anniversary', 'calendar'] as const);
  const toldOn = addDays(start, faker.number.int({ min: 1, max: 100 }));
  const agreed = { charge: 'fee', price: { kind: 'flat', amount: amount(faker, home, 500) } } as const;
  return subscriptionOf(plan, start, {
    quantity,
    billing,
    quantities: [],
    pauses: [],
    undone: [],
    ...(faker.datatype.boolean(0.15) ? { toldOn } : {}),
    ...(faker.datatype.boolean(0.25) ? { trialDays: faker.helpers.arrayElement([1, 7, 14, 30, 45]) } : {}),
    ...(faker.datatype.boolean(0.2) ? { negotiated: [agreed] } : {}),
    ...(faker.datatype.boolean(0.25) ? { term: termIn(faker) } : {}),
  });
}

function termIn(faker: Faker): Term {
  return {
    periods: faker.number.int({ min: 1, max: 6 }),
    atEnd: faker.helpers.arrayElement(['renew', 'renew', 'end']),
    upliftPercent: faker.helpers.arrayElement(['3', '2.75', '10']),
  };
}

/** None where the base ends before there is time for one. */
function addOnTo(faker: Faker, main: SubscriptionHistory, frame: LifeFrame): readonly SubscriptionHistory[] {
  const [plan = ''] = frame.choices;
  const ordered = main.toldOn ?? main.start;
  const start = addDays(ordered, faker.number.int({ min: 1, max: 90 }));
  const end =
    stintsOf(main, { plans: frame.plans, subscriptions: [main] }, referenceProfile).at(-1)?.to ?? null;
  const isAnnounced = main.cancelToldOn !== undefined && main.cancelToldOn <= start;
  if (start >= frame.until || isAnnounced || (end !== null && addDays(start, 1) >= end)) return [];
  const quantity = String(faker.number.int({ min: 1, max: 9 }));
  return [subscriptionOf(plan, start, { quantity, billing: main.billing, addOnTo: main.key })];
}

function newTax(faker: Faker, start: LocalDate) {
  const from = addDays(start, faker.number.int({ min: 20, max: 350 }));
  return faker.datatype.boolean(0.3) ? [taxFrom(from, faker.helpers.arrayElement(['7', '16', '21.5']))] : [];
}

/** From a day without an invoice: whether one of the same day has the discount is a matter of the hour. */
function withDiscount(faker: Faker, history: CustomerHistory): CustomerHistory {
  if (faker.datatype.boolean()) return history;
  const { billing } = history;
  const days = new Set(expectedInvoices(billing, referenceProfile).map(({ issueDate }) => issueDate));
  const percent = `${faker.number.int({ min: 1, max: 30 })}.${faker.helpers.arrayElement(['0', '25', '5'])}`;
  let from = addDays(firstDay([history]), faker.number.int({ min: 1, max: 200 }));
  while (days.has(from)) from = addDays(from, 1);
  return { ...history, billing: { ...billing, discounts: [{ from, percent }] } };
}

/** Some of it close to midnight, in whatever zone that is. */
function usageIn(
  faker: Faker,
  of: { readonly from: LocalDate; readonly until: LocalDate; readonly number: number },
): readonly MeteredUsage[] {
  const first = Date.parse(`${of.from}T12:00:00Z`) + 86_400_000;
  const days = daysBetween(of.from, of.until) - 3;
  return Array.from({ length: faker.number.int({ min: 0, max: 20 }) }, (_, index) => ({
    id: `use-${of.number}-${index}`,
    meter,
    quantity: String(faker.number.int({ min: 0, max: 150 })),
    at: instantFromMs(first + faker.number.int({ min: 0, max: days * 86_400_000 })),
  }));
}

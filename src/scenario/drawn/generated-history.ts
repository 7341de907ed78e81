import type { Faker } from '@faker-js/faker';
// The main entry loads the words of every language.
import { faker as drawing } from '@faker-js/faker/locale/en';
import type { Charge } from '../../model/billing/catalog.ts';
import type { Term } from '../../model/billing/subscription.ts';
import type { TaxPlace } from '../../model/billing/tax.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import type { TaxFrom } from '../../oracle/subscription/billing-history.ts';
import { stintsOf } from '../../oracle/subscription/stints.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { earlier, monthsAfter } from '../../oracle/time/calendar.ts';
import { type Home, homes } from '../situations/homes.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import { type CustomerHistory, customerHistory, subscriptionOf } from './customer-history.ts';
import { withDiscounts } from './generated-coupons.ts';
import { drawnLife, type LifeFrame } from './generated-life.ts';
import { drawnInterval, drawnPlan, repriced } from './generated-plans.ts';
import { drawnRates, drawnSeller, drawnTax } from './generated-taxes.ts';
import { drawnUsage } from './generated-usage.ts';

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
  const rates = new Map(homes.map((home) => [home, drawnRates(faker, home, near)]));
  const seller = drawnSeller(faker);
  const setting = { near, rates, seller };
  return Array.from({ length: wanted.count }, (_, index) => generated(faker, setting, index + 1));
}

interface Setting {
  readonly near: LocalDate;
  readonly rates: ReadonlyMap<Home, readonly TaxFrom[]>;
  readonly seller: TaxPlace | null;
}

function generated(faker: Faker, { near, rates, seller }: Setting, number: number): CustomerHistory {
  const home = faker.helpers.arrayElement(homes);
  const start = faker.datatype.boolean(0.5)
    ? near
    : addDays(near, faker.number.int({ min: 1, max: startsWithinDays }));
  // The clock goes on for everybody until the last one's day, so that day is the same for all.
  const until = monthsAfter(addDays(near, startsWithinDays), months);
  const interval = drawnInterval(faker);
  const dearerFrom = addDays(start, faker.number.int({ min: 5, max: 300 }));
  const wish = {
    home,
    interval,
    dearerFrom: faker.datatype.boolean(0.6) ? dearerFrom : null,
    prices: faker.datatype.boolean(0.2) ? 'gross' : 'net',
  } as const;
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
  const charges = plans.slice(0, 1).flatMap((version) => version.charges);
  const order = orderIn(faker, { plan: names.light, start, home, charges });
  const isBound = hasAddOn || order.term !== undefined;
  const choices = isBound ? [names.light, names.heavy] : [names.light, names.heavy, names.other];
  const main = drawnLife(faker, order, { plans, others: [], choices, until });
  // Add-ons have the periods of their base, so one may become the other.
  const frame: LifeFrame = { plans, others: [main], choices: [names.extra, names.heavy], until };
  const subscriptions = hasAddOn ? [main, ...addOnTo(faker, main, frame)] : [main];
  const history = customerHistory(
    { ...home, name: `${faker.company.name()} (${number})` },
    {
      plans,
      subscriptions,
      usage: drawnUsage(faker, {
        from: order.toldOn ?? start,
        until,
        number,
        home,
        subscription: main.key,
        daysLateMax: hasAddOn ? 40 : 75,
        busyDays: busyDaysOf(subscriptions),
      }),
      ...drawnTax(faker, home, seller),
      taxRates: rates.get(home) ?? [],
      discounts: [],
      until,
    },
  );
  const invoices = expectedInvoices(history.billing, referenceProfile);
  // Cancelled before anything was due: nothing could be compared.
  if (invoices.length === 0) return generated(faker, { near, rates, seller }, number);
  return withDiscounts(faker, history, { home, invoices });
}

/** Days on which something is told, and the days before: what is told a day late took effect on one. */
function busyDaysOf(subscriptions: readonly SubscriptionHistory[]): ReadonlySet<LocalDate> {
  return new Set(subscriptions.flatMap(actsOfSubscription).flatMap(({ on }) => [addDays(on, -1), on]));
}

function orderIn(
  faker: Faker,
  of: {
    readonly plan: string;
    readonly start: LocalDate;
    readonly home: Home;
    readonly charges: readonly Charge[];
  },
): SubscriptionHistory {
  const { plan, start, home, charges } = of;
  const quantity = String(faker.number.int({ min: 1, max: 40 }));
  const billing = faker.helpers.arrayElement(['anniversary', 'anniversary', 'calendar'] as const);
  const toldOn = addDays(start, faker.number.int({ min: 1, max: 100 }));
  const charge = faker.helpers.arrayElement(charges);
  const agreed = { charge: charge.code, price: repriced(faker, charge, home) };
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
  const order = subscriptionOf(plan, start, { quantity, billing: main.billing, addOnTo: main.key });
  return [faker.datatype.boolean(0.4) ? ownLife(faker, order, { main, frame }) : order];
}

/** What is told of an add-on while its base is to end means the base; so it lives only before anybody tells of that. */
function ownLife(
  faker: Faker,
  order: SubscriptionHistory,
  { main, frame }: { readonly main: SubscriptionHistory; readonly frame: LifeFrame },
): SubscriptionHistory {
  const { undone = [], cancelledOn, cancelToldOn } = main;
  const told = [cancelToldOn ?? cancelledOn, ...undone.map(({ toldOn }) => toldOn)];
  const until = told.reduce<LocalDate>((first, day) => earlier(first, day ?? first), frame.until);
  const lived = drawnLife(faker, order, { ...frame, until });
  // What was told before may be planned for later, and then the end of the base comes first.
  const isOver = until === frame.until || effectiveDays(lived).every((day) => day < until);
  return isOver ? lived : order;
}

function effectiveDays(subscription: SubscriptionHistory): readonly LocalDate[] {
  const { changes, quantities = [], pauses = [], cancelledOn } = subscription;
  return [...changes, ...quantities, ...pauses]
    .map(({ on }) => on)
    .concat(
      pauses.flatMap((pause) => pause.until ?? []),
      cancelledOn ?? [],
    );
}

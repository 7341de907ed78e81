import type { Faker } from '@faker-js/faker';
// The main entry loads the words of every language.
import { faker as drawing } from '@faker-js/faker/locale/en';
import type { Interval, PlanVersion } from '../../model/billing/catalog.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { type Home, homes } from '../situations/homes.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import { type CalendarLife, calendarLives, type Deeds, deedsOf, type LifeWish } from './calendar-lives.ts';
import { type CustomerHistory, customerHistory, subscriptionOf } from './customer-history.ts';
import type { Begin } from './days-of-life.ts';
import { addOnTo, negotiatedIn, orderedAgain, termFor, withTrial } from './drawn-order.ts';
import { isFirstDay } from './first-day-lives.ts';
import { drawnPlan, freePlan, withoutMeter, withoutSetUp } from './generated-plans.ts';
import { drawnUsage } from './generated-usage.ts';
import { isRepeated } from './repeated-lives.ts';
import { inOtherOrder, isOfOneDay } from './same-day-lives.ts';

/** One kind of period with a year that is hard on it. */
export interface Calendar {
  readonly interval: Interval;
  readonly year: number;
  /** From the first of March on: long enough for two whole periods and a change within each. */
  readonly months: number;
  /** How many days after the start the order may be told; below zero for before. */
  readonly told: readonly number[];
}

/** Days from which periods stumble, and one in the middle; where periods go by the calendar, fewer of them differ. */
const begins = [
  ...['01-29', '01-31', '01-10', '02-01', '02-29'].map((day) => ({ day, billing: 'anniversary' as const })),
  ...['01-31', '02-10', '01-01'].map((day) => ({ day, billing: 'calendar' as const })),
];

type Liver = 'base' | 'add-on';

interface Cell {
  readonly life: CalendarLife;
  readonly begin: (typeof begins)[number];
}

interface DrawnCell extends Cell {
  readonly who: Liver;
  readonly isFree: boolean;
  readonly number: number;
}

/**
 * Customers of every life from every beginning, in an order that is drawn, so that few of them are never the same few; what
 * they buy, where they live and when they tell of it is drawn, too. Each is drawn when he is asked for: to be taken at once,
 * before anything else draws.
 */
export function* everyCalendar(wanted: {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly lives?: readonly CalendarLife[];
  /** Whether what they begin with costs nothing. */
  readonly isFree?: boolean;
  /** Who lives so; the base of an add-on is kept. Absent: the base. */
  readonly who?: Liver;
}): Generator<CustomerHistory, void> {
  const { seed, calendar, lives = calendarLives, who = 'base', isFree = false } = wanted;
  const faker: Faker = drawing;
  const { unit, count: length } = calendar.interval;
  faker.seed([seed, length, ...new TextEncoder().encode(unit)]);
  const cells = lives.flatMap((life) => begins.map((begin): Cell => ({ life, begin })));
  for (const [index, cell] of faker.helpers.shuffle(cells).entries())
    yield livedIn(faker, calendar, { ...cell, who, isFree, number: index + 1 });
}

function livedIn(faker: Faker, calendar: Calendar, cell: DrawnCell): CustomerHistory {
  const { begin, number, who } = cell;
  const life = who === 'base' ? cell.life : 'kept';
  const { interval, year, months } = calendar;
  const home = faker.helpers.arrayElement(homes);
  const start = dayIn(year, begin.day);
  const until = monthsAfter(localDate(`${year}-03-01`), months);
  const names = {
    light: `light-${number}`,
    heavy: `heavy-${number}`,
    extra: `extra-${number}`,
    other: `other-${number}`,
  };
  const plans = plansFor(faker, cell, { home, interval, start, names });
  const late = faker.helpers.arrayElement(calendar.told);
  const told = late === 0 ? {} : { toldOn: addDays(start, late) };
  const bare: SubscriptionHistory = {
    ...subscriptionOf(names.light, start, {
      quantity: faker.helpers.arrayElement(['1', '7', '40', '2.5', '1.125']),
      billing: begin.billing,
      ...told,
      ...negotiatedIn(faker, plans[0]?.charges ?? [], home),
    }),
    ...termFor(faker, life),
    ...deedsIn(faker, { life, begin: { start, billing: begin.billing, ...told }, interval, plans: names }),
  };
  const main = withTrial(faker, bare);
  const others = besides(faker, { life, main, extra: names.extra }).map((other) =>
    who === 'base'
      ? other
      : {
          ...other,
          ...deedsIn(faker, { ...cell, begin: begunAs(main, other), interval, plans: namesForAddOn(names) }),
        },
  );
  const subscriptions = [main, ...others];
  const sold = new Set(subscriptions.flatMap(plansOf));
  const busyDays = subscriptions.flatMap(actsOfSubscription).flatMap(({ on }) => [addDays(on, -1), on]);
  const usage = drawnUsage(faker, {
    from: start > (main.toldOn ?? start) ? start : (main.toldOn ?? start),
    until,
    number,
    home,
    subscription: main.key,
    daysLateMax: 20,
    busyDays: new Set(busyDays),
  });
  const lived = customerHistory(
    { ...home, name: `${begin.billing} from ${begin.day}, ${cell.life} (${number})` },
    {
      plans: plans.filter(({ plan }) => sold.has(plan)),
      subscriptions,
      usage: usage.filter(({ arrived }) => arrived === undefined || hasNextBill(cell.life, main, arrived)),
      until,
    },
  );
  const history: CustomerHistory =
    isOfOneDay(cell.life) || isFirstDay(cell.life) ? { ...lived, comparedLines: 'netted' } : lived;
  // Paused or ended before anything was due: nothing could be compared.
  return expectedInvoices(history.billing, referenceProfile).length > 0
    ? history
    : livedIn(faker, calendar, cell);
}

function plansFor(
  faker: Faker,
  { life, isFree }: Pick<DrawnCell, 'life' | 'isFree'>,
  of: {
    readonly home: Home;
    readonly interval: Interval;
    readonly start: LocalDate;
    readonly names: LifeWish['plans'];
  },
): readonly PlanVersion[] {
  const { home, interval, start, names } = of;
  const wish = { home, interval, dearerFrom: null, prices: 'net' } as const;
  const dearerFrom = faker.datatype.boolean(0.3)
    ? addDays(start, faker.number.int({ min: 3, max: 90 }))
    : null;
  const plans = [
    ...(isFree ? freePlan : drawnPlan)(faker, { ...wish, name: names.light, dearerFrom }),
    ...withoutMeter(faker, drawnPlan(faker, { ...wish, name: names.heavy })),
    ...drawnPlan(faker, { ...wish, name: names.extra }),
    ...drawnPlan(faker, { ...wish, name: names.other, interval: otherInterval(interval) }),
  ];
  return life === 'another plan on his first day' ? withoutSetUp(plans) : plans;
}

/** Of two things on one day now one is told first, now the other. */
function deedsIn(faker: Faker, wish: LifeWish): Deeds {
  const deeds = deedsOf(wish);
  return isOfOneDay(wish.life) && faker.datatype.boolean() ? inOtherOrder(deeds) : deeds;
}

/** An add-on has the periods of its base, from the day on which it was told. */
function begunAs({ start, billing }: SubscriptionHistory, addOn: SubscriptionHistory): Begin {
  return { start, billing, toldOn: addOn.toldOn ?? addOn.start };
}

/** Late usage needs a bill to come: who left has none, and of who is away nobody knows whether he comes back. */
function hasNextBill(life: CalendarLife, { pauses = [] }: SubscriptionHistory, day: LocalDate): boolean {
  if (isToldInTime(life)) return false;
  return !isRepeated(life) || !pauses.some(({ on, until }) => on <= day && (until === null || day <= until));
}

/** Its own plan is the extra one. */
function namesForAddOn(names: LifeWish['plans']): LifeWish['plans'] {
  return { ...names, light: names.extra, extra: names.light };
}

/** What else he has, or comes to have. */
function besides(
  faker: Faker,
  of: { readonly life: CalendarLife; readonly main: SubscriptionHistory; readonly extra: string },
): readonly SubscriptionHistory[] {
  const { life, main, extra } = of;
  if (life === 'kept') return [addOnTo(faker, main, extra)];
  return comesBack(life) ? orderedAgain(faker, main) : [];
}

/** For a while he may have the same twice; what is too late for one bill may be in time for the other, as the target likes. */
function comesBack(life: CalendarLife): boolean {
  return life.endsWith('ordered again');
}

/** Or goes away from a plan without a meter: whether another bill will ever come for late usage, nobody knows then. */
function isToldInTime(life: CalendarLife): boolean {
  return comesBack(life) || life === 'another plan on the day of a pause';
}

/** Also those that were asked for and taken back: nobody can ask for what is not sold. */
function plansOf({ plan, changes, undone = [] }: SubscriptionHistory): readonly string[] {
  const takenBack = undone.flatMap((one) => (one.kind === 'change' ? [one.plan] : []));
  return [plan, ...changes.map((to) => to.plan), ...takenBack];
}

function otherInterval({ unit }: Interval): Interval {
  return unit === 'year' ? { unit: 'month', count: 6 } : { unit: 'year', count: 1 };
}

/** The leap day is the last of February where there is none. */
function dayIn(year: number, day: string): LocalDate {
  const isLeap = year % 4 === 0;
  return localDate(`${year}-${day === '02-29' && !isLeap ? '02-28' : day}`);
}

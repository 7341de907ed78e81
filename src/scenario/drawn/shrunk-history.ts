import { addDays, daysBetween, type LocalDate } from '../../model/date.ts';
import type { MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import type { CustomerHistory } from './customer-history.ts';
import { smallerLives } from './smaller-lives.ts';
import { smallerPlans } from './smaller-plans.ts';

type Billing = CustomerHistory['billing'];

/**
 * The smallest history that is still wrong, found by dropping one thing after the other as long as it stays wrong: each
 * drop is played anew, and no more often than `playsMax`.
 */
export async function shrunkHistory(
  history: CustomerHistory,
  isWrong: (smaller: CustomerHistory) => Promise<boolean>,
  { playsMax }: { readonly playsMax: number },
): Promise<CustomerHistory> {
  let smallest = history;
  let plays = 0;
  let candidates = smallerHistories(smallest);
  for (let next = candidates.shift(); next !== undefined && plays < playsMax; next = candidates.shift()) {
    plays += 1;
    if (!(await isWrong(next))) continue;
    smallest = next;
    candidates = smallerHistories(smallest);
  }
  return smallest;
}

/** What drops most comes first. */
function smallerHistories(history: CustomerHistory): CustomerHistory[] {
  return smallerBillings(history.billing).map((billing) => ({ ...history, billing }));
}

function smallerBillings(billing: Billing): readonly Billing[] {
  const { subscriptions, usage } = billing;
  return [
    ...withoutKinds(billing),
    ...subscriptions.flatMap((each) =>
      subscriptions.length > 1 && subscriptions.every(({ addOnTo }) => addOnTo !== each.key)
        ? [{ ...billing, subscriptions: subscriptions.filter((other) => other !== each) }]
        : [],
    ),
    ...sooner(billing),
    ...smallerPlans(billing.plans, billing.currency).map((plans) => ({ ...billing, plans })),
    ...subscriptions.flatMap((each, index) =>
      smallerLives(each).map((life) => ({ ...billing, subscriptions: subscriptions.with(index, life) })),
    ),
    ...oneLess(billing.coupons ?? []).map((coupons) => ({ ...billing, coupons })),
    ...oneLess(billing.taxRates).map((taxRates) => ({ ...billing, taxRates })),
    ...smallerUsage(usage).map((less) => ({ ...billing, usage: less })),
  ];
}

/** Without usage, discounts, coupons, taxes: all of them, then one kind. */
function withoutKinds(billing: Billing): readonly Billing[] {
  const { tax: _tax, ...plain } = billing;
  const bare = { ...plain, usage: [], discounts: [], coupons: [], taxRates: [] };
  const given = [billing.usage, billing.discounts, billing.coupons ?? [], billing.taxRates].filter(
    ({ length }) => length > 0,
  );
  return [
    ...(given.length > 1 ? [bare] : []),
    ...(billing.usage.length > 0 ? [{ ...billing, usage: [] }] : []),
    ...(billing.discounts.length > 0 ? [{ ...billing, discounts: [] }] : []),
    ...((billing.coupons ?? []).length > 0 ? [{ ...billing, coupons: [] }] : []),
    ...(billing.tax === undefined ? [] : [plain]),
    ...(billing.taxRates.length > 0 ? [{ ...plain, taxRates: [] }] : []),
  ];
}

/** Over on the day after the last thing that is told, else half as long after it. */
function sooner(billing: Billing): readonly Billing[] {
  const first = addDays(lastToldOn(billing), 1);
  const days = daysBetween(first, billing.until);
  if (days <= 0) return [];
  const half = addDays(first, Math.floor(days / 2));
  return [first, ...(half > first ? [half] : [])].map((until) => ({ ...billing, until }));
}

function lastToldOn({ subscriptions, usage, discounts, coupons = [], timeZone }: Billing): LocalDate {
  const days = [
    ...subscriptions.flatMap(actsOfSubscription).map(({ on }) => on),
    ...subscriptions.flatMap(({ cancelledOn }) => cancelledOn ?? []),
    ...usage.map(({ at, arrived }) => arrived ?? dayInZone(at, timeZone)),
    ...discounts.map(({ from }) => from),
    ...coupons.map(({ redeemedOn }) => redeemedOn),
  ];
  return days.reduce((last, day) => (day > last ? day : last));
}

/** Few enough that each can be left out by itself. */
const fewReadings = 8;

function smallerUsage(usage: readonly MeteredUsage[]): readonly (readonly MeteredUsage[])[] {
  if (usage.length < 2) return [];
  if (usage.length <= fewReadings) return oneLess(usage);
  const middle = Math.ceil(usage.length / 2);
  return [usage.slice(0, middle), usage.slice(middle)];
}

function oneLess<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.map((each) => all.filter((other) => other !== each));
}

import type { NewSubscription } from '../../model/billing/subscription.ts';
import type { UsageEvent } from '../../model/billing/usage.ts';
import type { LocalDate } from '../../model/date.ts';
import type { CouponHeld, MeteredUsage } from '../../oracle/subscription/billing-history.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import type { TargetSession } from '../../target/session.ts';
import { actsOfSubscription, tellAct } from '../subscription-acts.ts';
import { type CustomerHistory, firstDay } from './customer-history.ts';
import { tellPlayed } from './told-play.ts';

export interface PlayedCustomer {
  readonly customerId: string;
  /** The target's ids by the key of the history. */
  readonly subscriptionIds: ReadonlyMap<string, string>;
}

export interface PlayOptions {
  /** Unique in the run; external keys are derived from it. */
  readonly key: string;
  /** jump: the clock stops only where something happens; monthly: also on the same day of each month. */
  readonly steps: 'jump' | 'monthly';
  /** What is done besides, after all else of its day. */
  readonly besides?: readonly BesidesAct[];
}

export interface BesidesAct {
  readonly on: LocalDate;
  readonly act: (session: TargetSession, played: ReadonlyMap<string, PlayedCustomer>) => Promise<void>;
}

interface Act {
  readonly on: LocalDate;
  /** Of two acts on one day, the lower comes first. */
  readonly rank: number;
  readonly act: (session: TargetSession) => Promise<void>;
}

/** A batch of usage is never larger than what targets commonly take. */
const batchMax = 100;

/**
 * Does to the target what the histories say, in the order of their days, up to the last day of all. Answers who is who, by
 * name. The session begins on the first day of the histories or before it.
 */
export async function playHistories(
  session: TargetSession,
  histories: readonly CustomerHistory[],
  options: PlayOptions,
): Promise<ReadonlyMap<string, PlayedCustomer>> {
  for (const history of histories) tellPlayed({ kind: 'history', history });
  await publishOnce(session, histories);
  const played = new Map<string, PlayedCustomer>();
  const acts: Act[] = [];
  for (const [index, history] of histories.entries()) {
    const { id } = await session.createCustomer({
      key: `${options.key}-${index + 1}`,
      name: history.name,
      country: history.country,
      currency: history.billing.currency,
      timeZone: history.billing.timeZone,
      ...taxFactsOf(history),
    });
    const subscriptionIds = new Map<string, string>();
    played.set(history.name, { customerId: id, subscriptionIds });
    acts.push(...actsOf(history, { key: `${options.key}-${index + 1}`, customerId: id, subscriptionIds }));
  }
  const until = lastDay(histories);
  if (options.steps === 'monthly') acts.push(...monthlyStops(firstDay(histories), until));
  for (const { on, act } of options.besides ?? []) acts.push({ on, rank: 8, act: (of) => act(of, played) });
  await perform(session, [...acts, { on: until, rank: 9, act: async () => undefined }]);
  return played;
}

async function perform(session: TargetSession, acts: readonly Act[]): Promise<void> {
  let today = await session.today();
  for (const { on, act } of acts.toSorted((a, b) => (a.on === b.on ? a.rank - b.rank : order(a.on, b.on)))) {
    if (on > today) {
      await session.advanceTo(on);
      today = on;
    }
    await act(session);
  }
}

/** A version or rate that several customers share is told to the target once. */
async function publishOnce(session: TargetSession, histories: readonly CustomerHistory[]): Promise<void> {
  const versions = new Map(
    histories
      .flatMap(({ billing }) => billing.plans)
      .map((version) => [`${version.plan} ${version.effectiveFrom}`, version]),
  );
  for (const version of versions.values()) await session.publish(version);
  const rates = new Map(
    histories.flatMap(({ country, billing }) =>
      billing.taxRates.map(
        (rate) => [[country, rate.region, rate.category, rate.from].join(' '), { country, ...rate }] as const,
      ),
    ),
  );
  for (const rate of rates.values()) await session.setTaxRate(rate);
  const coupons = new Map(
    histories
      .flatMap(({ billing }) => billing.coupons ?? [])
      .map(({ coupon }) => [coupon.code, coupon] as const),
  );
  for (const coupon of coupons.values()) await session.createCoupon(coupon);
  const seller = histories.find(({ billing }) => billing.tax !== undefined)?.billing.tax?.seller;
  if (seller !== undefined) await session.setSeller(seller);
}

function taxFactsOf({ billing }: CustomerHistory) {
  if (billing.tax === undefined) return {};
  const { region, status: taxStatus, vatId } = billing.tax.customer;
  return { region, taxStatus, vatId };
}

interface ActParts {
  readonly key: string;
  readonly customerId: string;
  readonly subscriptionIds: Map<string, string>;
}

function actsOf({ billing }: CustomerHistory, parts: ActParts): readonly Act[] {
  return [
    ...billing.discounts.map(({ from, percent }): Act => {
      const discount = { code: `${parts.key}-discount`, kind: 'percent', percent } as const;
      return { on: from, rank: 0, act: (session) => session.redeemDiscount(parts.customerId, discount) };
    }),
    ...(billing.coupons ?? []).map((held, index): Act => couponAct(held, parts, index + 1)),
    ...billing.subscriptions.flatMap((subscription, index) =>
      subscriptionActs(subscription, { ...parts, key: `${parts.key}-${index + 1}` }),
    ),
    ...usageActs(billing, parts),
  ];
}

/** One for all comes before the day's subscriptions, one for a subscription after it was made. */
function couponAct(held: CouponHeld, parts: ActParts, number: number): Act {
  const { customerId, subscriptionIds } = parts;
  const key = `${parts.key}-coupon-${number}`;
  return {
    on: held.redeemedOn,
    rank: held.subscription === null ? 0 : 1.5,
    act: async (session) => {
      const subscriptionId =
        held.subscription === null ? null : (subscriptionIds.get(held.subscription) ?? '');
      await session.redeemCoupon({ key, customerId, code: held.coupon.code, subscriptionId });
    },
  };
}

function subscriptionActs(subscription: SubscriptionHistory, parts: ActParts): readonly Act[] {
  const { key } = subscription;
  const { subscriptionIds } = parts;
  return actsOfSubscription(subscription).map(
    (act): Act => ({
      on: act.on,
      rank: act.rank,
      act: async (session) => {
        if (act.kind !== 'subscribe') await tellAct(session, subscriptionIds.get(key) ?? '', act);
        else subscriptionIds.set(key, (await session.subscribe(orderOf(subscription, parts))).id);
      },
    }),
  );
}

function orderOf(subscription: SubscriptionHistory, parts: ActParts): NewSubscription {
  const { plan, start, quantity, billing, trialDays, addOnTo, negotiated, term } = subscription;
  const base = addOnTo === undefined ? undefined : parts.subscriptionIds.get(addOnTo);
  return {
    key: parts.key,
    customerId: parts.customerId,
    plan,
    start,
    quantity,
    billing,
    ...(trialDays === undefined ? {} : { trialDays }),
    ...(base === undefined ? {} : { addOnTo: base }),
    ...(negotiated === undefined ? {} : { negotiated }),
    ...(term === undefined ? {} : { term }),
  };
}

/** Usage that is not said to come late is told on the customer's own day on which it happened, so that no bill run is ahead of it. */
function usageActs(billing: CustomerHistory['billing'], parts: ActParts): readonly Act[] {
  const byDay = Map.groupBy(billing.usage, ({ at, arrived }) => arrived ?? dayInZone(at, billing.timeZone));
  return [...byDay].flatMap(([on, readings]) =>
    batches(readings).map(
      (batch): Act => ({
        on,
        rank: 3,
        act: async (session) => void (await session.sendUsage(batch.map((one) => eventOf(one, parts)))),
      }),
    ),
  );
}

/** Ids of subscriptions are known only once they began. */
function eventOf(reading: MeteredUsage, { key, customerId, subscriptionIds }: ActParts): UsageEvent {
  const { subscription, arrived: _arrived, ...event } = reading;
  const subscriptionId = subscription === undefined ? undefined : subscriptionIds.get(subscription);
  return {
    ...event,
    id: `${key}-${event.id}`,
    customerId,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
  };
}

function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / batchMax) }, (_, index) =>
    all.slice(index * batchMax, (index + 1) * batchMax),
  );
}

function lastDay(histories: readonly CustomerHistory[]): LocalDate {
  const days = histories.map(({ billing }) => billing.until).sort();
  return days.at(-1) ?? firstDay(histories);
}

function monthlyStops(from: LocalDate, until: LocalDate): readonly Act[] {
  const stops: Act[] = [];
  for (let months = 1; ; months += 1) {
    const on = monthsAfter(from, months);
    if (on >= until) return stops;
    stops.push({ on, rank: 9, act: async () => undefined });
  }
}

function order(left: string, right: string): number {
  return left < right ? -1 : 1;
}

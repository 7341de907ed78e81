import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { type LocalDate, localDate, type TimeZoneId } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { BillingHistory } from '../../oracle/subscription/billing-history.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { castMember } from '../cast.ts';
import { ScenarioDefect } from '../expectation-failed.ts';

/** One customer and all that happens to him: played on the target, reckoned by the oracle. */
export interface CustomerHistory {
  readonly name: string;
  readonly country: string;
  readonly billing: BillingHistory;
  /** netted: a target may charge and give back what was changed twice on a day, or say nothing of it. Absent: each. */
  readonly comparedLines?: 'each' | 'netted';
}

type HistoryParts = Partial<Omit<BillingHistory, 'until' | 'subscriptions'>> &
  Pick<BillingHistory, 'plans' | 'subscriptions'> & { readonly until: string };

/** A history of one of the cast, who brings country, currency and zone along. */
export function castHistory(name: string, parts: HistoryParts): CustomerHistory {
  const member = castMember(name);
  if (member === null) throw new ScenarioDefect(`"${name}" is not in the cast.`);
  return customerHistory({ ...member, name }, parts);
}

export function customerHistory(
  who: {
    readonly name: string;
    readonly country: string;
    readonly currency: string;
    readonly timeZone: TimeZoneId;
  },
  parts: HistoryParts,
): CustomerHistory {
  const billing: BillingHistory = {
    currency: who.currency,
    timeZone: who.timeZone,
    usage: [],
    taxRates: [],
    discounts: [],
    ...parts,
    until: localDate(parts.until),
  };
  return { name: who.name, country: who.country, billing };
}

/** One subscription on its start day's anniversary, one of its plan's charges each, never changed, unless told otherwise. */
export function subscriptionOf(
  plan: string,
  start: string,
  rest: Partial<Omit<SubscriptionHistory, 'plan' | 'start'>> = {},
): SubscriptionHistory {
  return {
    key: `${plan} from ${start}`,
    plan,
    start: localDate(start),
    quantity: '1',
    billing: 'anniversary',
    changes: [],
    cancelledOn: null,
    ...rest,
  };
}

/** A plan that is charged in advance each month, in force since long ago unless told otherwise. */
export function monthlyPlan(
  plan: string,
  charges: readonly Charge[],
  rest: Partial<Omit<PlanVersion, 'plan' | 'charges'>> = {},
): PlanVersion {
  return {
    plan,
    effectiveFrom: localDate('2020-01-01'),
    currency: 'EUR',
    interval: { unit: 'month', count: 1 },
    charges,
    ...rest,
  };
}

export function fee(amount: Decimal, code = 'fee'): Charge {
  return { kind: 'recurring', code, timing: 'advance', price: { kind: 'flat', amount } };
}

export function metered(
  meter: string,
  price: PriceModel,
  rest: Partial<Omit<UsageCharge, 'meter' | 'price'>> = {},
): UsageCharge {
  return { kind: 'usage', code: `${meter}-usage`, meter, price, ...rest };
}

export function taxFrom(from: string, ratePercent: Decimal): { from: LocalDate; ratePercent: Decimal } {
  return { from: localDate(from), ratePercent };
}

/** The day on which the first subscription of all is ordered. */
export function firstDay(histories: readonly CustomerHistory[]): LocalDate {
  const starts = histories
    .flatMap(({ billing }) => billing.subscriptions.map(({ start, toldOn = start }) => toldOn))
    .sort();
  const [first] = starts;
  if (first === undefined) throw new ScenarioDefect('A history without any subscription has no first day.');
  return first;
}

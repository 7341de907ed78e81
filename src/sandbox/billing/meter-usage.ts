import type { PriceModel } from '../../model/billing/price.ts';
import type { UsageCharge } from '../../model/billing/usage-charge.ts';
import { type Fraction, fractionFromDecimal, plus, sum, zero } from '../arithmetic/fraction.ts';
import type { Rules } from '../rules/index.ts';
import type { MeteredEvent } from '../rules/usage/metered-event.ts';
import type { UsageWindow } from '../rules/usage/usage-window.ts';
import { rateQuantity } from './rate-quantity.ts';

/** What one price of a charge comes to for the events of a period. */
export interface MeteredPart {
  /** Of the bucket, or of the charge itself. */
  readonly code: string;
  readonly quantity: Fraction;
  /** Exact, in major units. */
  readonly amount: Fraction;
  readonly eventCount: number;
}

/** Sorts the events of one period into the buckets of the charge, and aggregates and prices each of them. */
export function meterUsage(
  rules: Rules,
  charge: UsageCharge,
  used: { readonly events: readonly MeteredEvent[]; readonly window: UsageWindow },
): readonly MeteredPart[] {
  const ordered = rules.usageOrder(used.events);
  const buckets = charge.buckets ?? [];
  return [null, ...buckets].map((bucket) => {
    const { code, price } = bucket ?? charge;
    const counted = ordered.filter((event) => rules.countsInBucket({ bucket, buckets, event }));
    const groups = groupsOf(rules, charge, counted).map((group) =>
      priceGroup(rules, { charge, price, window: used.window }, group),
    );
    return {
      code,
      quantity: sum(groups.map(({ quantity }) => quantity)),
      amount: sum(groups.map(({ amount }) => amount)),
      eventCount: counted.length,
    };
  });
}

/** At least one group, because some prices have a fee that is due without any usage. */
function groupsOf(
  rules: Rules,
  charge: UsageCharge,
  events: readonly MeteredEvent[],
): readonly (readonly MeteredEvent[])[] {
  const { groupBy } = charge;
  if (groupBy === undefined || events.length === 0) return [events];
  return [...Map.groupBy(events, (event) => rules.usageGroup(event, groupBy)).values()];
}

function priceGroup(
  rules: Rules,
  of: { readonly charge: UsageCharge; readonly price: PriceModel; readonly window: UsageWindow },
  events: readonly MeteredEvent[],
): { readonly quantity: Fraction; readonly amount: Fraction } {
  const { charge, price, window } = of;
  const aggregation = charge.aggregation ?? 'sum';
  const quantity = rules.meteredQuantity(rules.aggregateUsage({ aggregation, events, window }));
  const included = fractionFromDecimal(charge.included ?? '0');
  const { amount } = rateQuantity(rules, {
    price,
    quantity: rules.unitsBeyondIncluded({ quantity, included }),
    runningTotals: aggregation === 'sum' ? totalsAfterEach(events) : [],
  });
  return { quantity, amount };
}

function totalsAfterEach(events: readonly MeteredEvent[]): readonly Fraction[] {
  let total = zero;
  return events.map(({ quantity }) => {
    total = plus(total, quantity);
    return total;
  });
}

import type { PriceModel } from '../../../model/billing/price.ts';
import {
  compare,
  type Fraction,
  fractionFromDecimal,
  larger,
  minus,
  percentOf,
  plus,
  smaller,
  times,
  wholeNumber,
  zero,
} from '../../arithmetic/fraction.ts';

type PercentagePrice = Extract<PriceModel, { kind: 'percentage' }>;

interface ValuedUsage {
  readonly quantity: Fraction;
  readonly runningTotals: readonly Fraction[];
}

/** A share of the value beyond what is free, and a fixed fee for each event that is not free. */
export function percentageAmount(listed: PercentagePrice, usage: ValuedUsage): Fraction {
  const price = limitsOf(listed);
  const charged = larger(zero, minus(usage.quantity, larger(zero, freeValue(price, usage))));
  const share = percentOf(charged, price.ratePercent);
  const events = BigInt(usage.runningTotals.length - freeEvents(price, usage));
  return plus(share, times(wholeNumber(events), fractionFromDecimal(price.fixedPerEvent)));
}

/** Zero gives nothing for free, and does not end what the other limit gives. */
function limitsOf(price: PercentagePrice): PercentagePrice {
  const { freeEvents: events, freeVolume: volume } = price;
  const isNoVolume = volume === null || fractionFromDecimal(volume).over === 0n;
  return { ...price, freeEvents: events === 0 ? null : events, freeVolume: isNoVolume ? null : volume };
}

/** Where both limits are given, the one that is reached first ends what is free. */
function freeValue(price: PercentagePrice, usage: ValuedUsage): Fraction {
  const byVolume = price.freeVolume === null ? null : fractionFromDecimal(price.freeVolume);
  const byEvents = price.freeEvents === null ? null : totalAfter(usage, price.freeEvents);
  if (byVolume === null || byEvents === null) return byVolume ?? byEvents ?? zero;
  return smaller(byVolume, byEvents);
}

/** An event is free when all limits that are given allow it. */
function freeEvents(price: PercentagePrice, usage: ValuedUsage): number {
  const { freeEvents: count, freeVolume } = price;
  if (count === null && freeVolume === null) return 0;
  const limit = freeVolume === null ? null : fractionFromDecimal(freeVolume);
  return usage.runningTotals.filter(
    (total, index) => (count === null || index < count) && (limit === null || compare(total, limit) <= 0),
  ).length;
}

function totalAfter(usage: ValuedUsage, events: number): Fraction {
  return usage.runningTotals[events - 1] ?? usage.quantity;
}

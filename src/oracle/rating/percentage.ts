import type { PriceModel } from '../../model/billing/price.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  isNegative,
  isZero,
  minus,
  percentOf,
  plus,
  smaller,
  times,
  whole,
  zero,
} from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';

type Percentage = Extract<PriceModel, { kind: 'percentage' }>;

interface Allowance {
  readonly value: Fraction;
  readonly events: number;
}

export interface ValueOfEvents {
  /** The value of all events together. */
  readonly value: Fraction;
  /** The value reached with each event; empty when single events are not known. */
  readonly runningTotals: readonly Fraction[];
}

/** A share of the value above the allowance, and a fixed fee for each event outside it. */
export function percentagePrice(price: Percentage, usage: ValueOfEvents, trail: Trail): Fraction {
  const free = allowance(price, usage);
  if (!isZero(free.value) || free.events > 0) {
    trail.note(`free of charge: ${free.events} events and a value of`, free.value);
  }
  const beyond = minus(usage.value, free.value);
  // What was taken back after the free events leaves less than was free.
  const charged = isNegative(beyond) ? zero : beyond;
  const share = percentOf(charged, fractionOf(price.ratePercent));
  trail.note(`${price.ratePercent} % of ${plainText(charged)}`, share);
  const events = Math.max(0, usage.runningTotals.length - free.events);
  const fees = times(whole(events), fractionOf(price.fixedPerEvent));
  if (!isZero(fees)) trail.note(`${events} events at ${price.fixedPerEvent}`, fees);
  return plus(share, fees);
}

/** Both allowances run together and end with the one that is used up first; zero of either means that there is none. */
function allowance(price: Percentage, usage: ValueOfEvents): Allowance {
  const byEvents = price.freeEvents === 0 ? null : price.freeEvents;
  const volume = price.freeVolume === null ? zero : fractionOf(price.freeVolume);
  if (isZero(volume)) return byEvents === null ? { value: zero, events: 0 } : firstEvents(byEvents, usage);
  const covered = usage.runningTotals.filter((reached) => compare(reached, volume) <= 0).length;
  if (byEvents !== null && byEvents <= covered) return firstEvents(byEvents, usage);
  return { value: smaller(volume, usage.value), events: covered };
}

function firstEvents(count: number, usage: ValueOfEvents): Allowance {
  const events = Math.min(count, usage.runningTotals.length);
  const value = usage.runningTotals[events - 1] ?? zero;
  // Where they take back more than they bring, nothing of what follows is free for it, nor dearer.
  return { value: isNegative(value) ? zero : value, events };
}

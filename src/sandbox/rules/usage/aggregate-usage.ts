import type { Aggregation } from '../../../model/billing/usage-charge.ts';
import type { Instant } from '../../../model/date.ts';
import { unreachable } from '../../../model/fault.ts';
import {
  dividedBy,
  type Fraction,
  fractionOf,
  larger,
  smaller,
  sum,
  times,
  wholeNumber,
  zero,
} from '../../arithmetic/fraction.ts';
import type { MeteredEvent } from './metered-event.ts';
import type { UsageWindow } from './usage-window.ts';

export interface AggregationQuestion {
  readonly aggregation: Aggregation;
  /** Of one period, in the order in which they happened. */
  readonly events: readonly MeteredEvent[];
  /** The period in which changes of a level are weighed; absent, each counts in full. */
  readonly window?: UsageWindow | undefined;
}

/** The one quantity that the events of a period come to; below zero where corrections are greater than usage. */
export function aggregateUsage({ aggregation, events, window }: AggregationQuestion): Fraction {
  switch (aggregation) {
    case 'sum':
      return sum(events.map(({ quantity }) => quantity));
    case 'count':
      return wholeNumber(BigInt(events.length));
    case 'max':
      return events.reduce((greatest, { quantity }) => larger(greatest, quantity), zero);
    case 'min':
      return events.reduce((least, { quantity }) => smaller(least, quantity), events[0]?.quantity ?? zero);
    case 'average':
      return events.length === 0 ? zero : meanOf(events);
    case 'weighted-sum':
      return sum(events.map(({ quantity, at }) => times(quantity, weightOf(at, window))));
    case 'last':
      return events.at(-1)?.quantity ?? zero;
    case 'unique':
      return wholeNumber(BigInt(subjectsLeft(events).size));
    default:
      return unreachable(aggregation, 'aggregation');
  }
}

function meanOf(events: readonly MeteredEvent[]): Fraction {
  return dividedBy(sum(events.map(({ quantity }) => quantity)), wholeNumber(BigInt(events.length)));
}

/** The share of the period that is left at a moment; what came before the period counts for all of it. */
function weightOf(at: Instant, window: UsageWindow | undefined): Fraction {
  if (window === undefined) return wholeNumber(1n);
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  return fractionOf(BigInt(to - Math.max(Date.parse(at), from)), BigInt(to - from));
}

function subjectsLeft(events: readonly MeteredEvent[]): ReadonlySet<string> {
  const present = new Set<string>();
  for (const { subject, operation } of events) {
    if (operation === 'add') present.add(subject);
    else present.delete(subject);
  }
  return present;
}

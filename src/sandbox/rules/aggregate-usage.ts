import type { Aggregation } from '../../model/billing/usage-charge.ts';
import { unreachable } from '../../model/fault.ts';
import { type Fraction, larger, sum, wholeNumber, zero } from '../arithmetic/fraction.ts';
import type { MeteredEvent } from './metered-event.ts';

export interface AggregationQuestion {
  readonly aggregation: Aggregation;
  /** Of one period, in the order in which they happened. */
  readonly events: readonly MeteredEvent[];
}

/** The one quantity that the events of a period come to; below zero where corrections are greater than usage. */
export function aggregateUsage({ aggregation, events }: AggregationQuestion): Fraction {
  switch (aggregation) {
    case 'sum':
      return sum(events.map(({ quantity }) => quantity));
    case 'count':
      return wholeNumber(BigInt(events.length));
    case 'max':
      return events.reduce((greatest, { quantity }) => larger(greatest, quantity), zero);
    case 'last':
      return events.at(-1)?.quantity ?? zero;
    case 'unique':
      return wholeNumber(BigInt(subjectsLeft(events).size));
    default:
      return unreachable(aggregation, 'aggregation');
  }
}

function subjectsLeft(events: readonly MeteredEvent[]): ReadonlySet<string> {
  const present = new Set<string>();
  for (const { subject, operation } of events) {
    if (operation === 'add') present.add(subject);
    else present.delete(subject);
  }
  return present;
}

import type { Decimal } from '../../../../model/decimal.ts';
import { compare, type Fraction, fractionOf, plus, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import { decimalOf, type Fields } from '../../fields.ts';
import { Inexpressible, NotUnderstood } from '../../unreadable.ts';

export interface Usage {
  readonly quantity: Decimal;
  readonly alreadyBilled: Decimal;
  readonly alreadyBilledAmount: Decimal | null;
  readonly runningTotals: readonly Decimal[];
}

/** One usage for each situation of the case. */
export function readUsages(open: OpenCase): readonly Usage[] {
  const usage = open.given.has('usage') ? open.given.object('usage') : open.given;
  const shared = {
    alreadyBilled: usage.decimalOr('alreadyBilledQuantity', '0'),
    alreadyBilledAmount: usage.decimalOr('alreadyBilledAmount', null),
  };
  const several = ['quantities', 'buckets'].find((key) => usage.has(key));
  if (several !== undefined) {
    const quantities = usage.decimals(several);
    return quantities.map((quantity) => ({ ...shared, quantity, runningTotals: [] }));
  }
  if (usage.has('parts')) return readParts(usage, shared.alreadyBilled);
  const list = eventList(usage);
  if (list !== null) return [{ ...shared, ...fromEvents(open, usage, list) }];
  const quantity = usage.decimal('quantity');
  return [{ ...shared, quantity, runningTotals: runningTotals(usage, quantity) }];
}

/** Parts of one period, each billed after the ones before it. */
function readParts(usage: Fields, alreadyBilled: Decimal): readonly Usage[] {
  let reached = fractionOf(alreadyBilled);
  return usage.decimals('parts').map((quantity) => {
    const before = plainText(reached);
    reached = plus(reached, fractionOf(quantity));
    return { alreadyBilled: before, alreadyBilledAmount: null, quantity, runningTotals: [] };
  });
}

/** Under which name the usage lists single values; null where it has none. */
export function eventList(usage: Fields): string | null {
  return ['events', 'transactions', 'readings', 'values', 'amounts'].find((key) => usage.has(key)) ?? null;
}

/** Single events as plain values, summed; any other aggregation is the meter's work, which no question can carry. */
function fromEvents(open: OpenCase, usage: Fields, key: string): Pick<Usage, 'quantity' | 'runningTotals'> {
  const aggregation = open.given.textOr('aggregation', 'sum');
  if (aggregation !== 'sum') throw new Inexpressible(`the aggregation of metered events (${aggregation})`);
  let reached = zero;
  const totals = usage.list(key).map((event, index) => {
    if (typeof event !== 'string') throw new Inexpressible('metered events with properties of their own');
    reached = plus(reached, fractionOf(decimalOf(event, `${usage.path}.${key}[${index}]`)));
    return plainText(reached);
  });
  if (usage.has('quantity')) refuseOther(usage, reached);
  return { quantity: plainText(reached), runningTotals: totals };
}

function refuseOther(usage: Fields, reached: Fraction): void {
  const stated = usage.decimal('quantity');
  if (compare(fractionOf(stated), reached) === 0) return;
  throw new NotUnderstood(
    `${usage.path}.quantity: found ${stated}, expected ${plainText(reached)}, the sum of the single values`,
  );
}

function runningTotals(usage: Fields, quantity: Decimal): readonly Decimal[] {
  const count = usage.has('eventCount') ? usage.count('eventCount') : null;
  if (!usage.has('runningTotal')) {
    // Without the single values all that is known is how many there were; that they came last changes no price without
    // an allowance, and one with an allowance is refused where the price is known.
    return count === null ? [] : Array.from({ length: count }, () => quantity);
  }
  const totals = usage.decimals('runningTotal');
  if (count !== null && count !== totals.length) {
    throw new NotUnderstood(
      `${usage.path}: found ${totals.length} running totals, expected eventCount ${count}`,
    );
  }
  return totals;
}

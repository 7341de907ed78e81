import type { CurrencyTotal } from '../model/billing/bill-extract.ts';
import { HarnessFault } from '../model/fault.ts';
import { moneyAmount, moneyOf } from '../model/money.ts';
import type { Comparison } from './comparison.ts';

/**
 * The comparison's check of itself: the old total plus all differences must be the new total, per currency, to the last
 * unit. A comparison that lost or doubled a row cannot pass it.
 */
export function refuseUntied(comparison: Comparison): void {
  const expected = gross(comparison.legacyTotals);
  for (const difference of comparison.differences) {
    add(
      expected,
      difference.legacyKey.currency,
      -(difference.legacyNet.amountMinor + difference.legacyTax.amountMinor),
    );
    add(
      expected,
      difference.targetKey.currency,
      difference.targetNet.amountMinor + difference.targetTax.amountMinor,
    );
  }
  const actual = gross(comparison.targetTotals);
  for (const currency of new Set([...expected.keys(), ...actual.keys()])) {
    const [explained, found] = [expected.get(currency) ?? 0n, actual.get(currency) ?? 0n];
    if (explained !== found) throw untied(currency, explained, found);
  }
}

function gross(totals: readonly CurrencyTotal[]): Map<string, bigint> {
  return new Map(totals.map(({ currency, net, tax }) => [currency, net + tax]));
}

function add(sums: Map<string, bigint>, currency: string, amount: bigint): void {
  sums.set(currency, (sums.get(currency) ?? 0n) + amount);
}

function untied(currency: string, explained: bigint, found: bigint): HarnessFault {
  const text = (amount: bigint) => `${currency} ${moneyAmount(moneyOf(amount, currency))}`;
  return new HarnessFault({
    code: 'INTERNAL',
    message: `Found ${text(found)} billed by the new system, expected ${text(explained)}: the old total plus all differences.`,
    hint: 'The comparison is wrong, not the bills; report this with both extracts.',
  });
}

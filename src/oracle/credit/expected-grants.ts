import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';

/** Prepaid money with an end of its own. */
export interface Grant {
  readonly name: string;
  readonly amount: Money;
  /** The first day on which it is worth nothing. */
  readonly expires: LocalDate | null;
}

export interface PrepaidBill {
  readonly day: LocalDate;
  readonly amount: Money;
}

export interface ExpectedGrants {
  /** What each grant holds on the last day, in the order given: nothing once it has ended. */
  readonly left: readonly { readonly name: string; readonly amount: Money }[];
  /** What each bill asks for beside the grants, in the order given. */
  readonly dues: readonly Money[];
}

/**
 * Bills by grants, one grant after the other: the one that ends first serves the bills before its end, the oldest first, and the
 * next one takes on what it left open. Of two with the same end, the earlier given serves first.
 */
export function expectedGrants(
  grants: readonly Grant[],
  bills: readonly PrepaidBill[],
  lastDay: LocalDate,
): ExpectedGrants {
  const open = bills.map(({ amount }) => amount.amountMinor);
  const left = new Map<string, bigint>();
  for (const grant of grants.toSorted((a, b) => endOf(a).localeCompare(endOf(b)))) {
    let rest = grant.amount.amountMinor;
    for (const [index, { day }] of bills.entries()) {
      const used = day < endOf(grant) ? least(rest, open[index] ?? 0n) : 0n;
      open[index] = (open[index] ?? 0n) - used;
      rest -= used;
    }
    left.set(grant.name, lastDay < endOf(grant) ? rest : 0n);
  }
  return {
    left: grants.map(({ name, amount }) => ({
      name,
      amount: moneyOf(left.get(name) ?? 0n, amount.currency),
    })),
    dues: bills.map(({ amount }, index) => moneyOf(open[index] ?? 0n, amount.currency)),
  };
}

/** Without an end, later than any day. */
function endOf({ expires }: Grant): string {
  return expires ?? '9999-12-31';
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

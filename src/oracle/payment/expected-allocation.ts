import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';

export interface OpenDebt {
  readonly name: string;
  readonly issueDate: LocalDate;
  readonly due: Money;
}

export interface ExpectedAllocation {
  /** What each debt gets, also where it is nothing, in the order given. */
  readonly shares: readonly { readonly name: string; readonly amount: Money }[];
  /** What none of them needs. */
  readonly surplus: Money;
}

/**
 * How a sum pays debts one after the other. Debts are laid end to end: a debt that lies from a to b gets the part of it that
 * the sum reaches. Without a stated order the oldest lies first, or the newest where that is the habit.
 */
export function expectedAllocation(
  sum: Money,
  debts: readonly OpenDebt[],
  order: 'as-stated' | 'oldest-first' | 'newest-first',
): ExpectedAllocation {
  const laid = order === 'as-stated' ? debts : debts.toSorted((a, b) => byDay(order, a, b));
  const reach = (length: bigint) => (length < sum.amountMinor ? length : sum.amountMinor);
  const ends = laid.map((_debt, index) =>
    laid.slice(0, index + 1).reduce((length, { due }) => length + due.amountMinor, 0n),
  );
  const parts = new Map(
    laid.map((debt, index) => [debt, reach(ends[index] ?? 0n) - reach(ends[index - 1] ?? 0n)]),
  );
  return {
    shares: debts.map((debt) => ({
      name: debt.name,
      amount: moneyOf(parts.get(debt) ?? 0n, sum.currency),
    })),
    surplus: moneyOf(sum.amountMinor - reach(ends.at(-1) ?? 0n), sum.currency),
  };
}

function byDay(order: 'oldest-first' | 'newest-first', left: OpenDebt, right: OpenDebt): number {
  const [a, b] = order === 'oldest-first' ? [left, right] : [right, left];
  return a.issueDate < b.issueDate ? -1 : Number(a.issueDate > b.issueDate);
}

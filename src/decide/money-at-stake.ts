import type { DecidedCheck } from '../model/deciding/decided-run.ts';
import type { MoneyAtStake } from '../model/deciding/verdict.ts';
import { type Money, moneyAmount, parseMoney, subtractMoney, sumMoney } from '../model/money.ts';
import type { MoneyDifference } from '../model/observing/difference.ts';

type Direction = MoneyAtStake['direction'];

interface Harm {
  readonly checkId: string;
  readonly difference: MoneyDifference;
  readonly direction: Direction;
  /** Never negative. */
  readonly amount: Money;
}

/**
 * Wrong money per currency and direction, never netted. One wrong line shows in its net, its invoice's total and its
 * balance; such measures of one invoice count once, by the largest.
 */
export function moneyAtStake(checks: readonly DecidedCheck[]): readonly MoneyAtStake[] {
  const harms = checks.flatMap(({ check, differences }) =>
    differences.map((difference) => harmOf(check.id, difference)),
  );
  const once = [...Map.groupBy(harms, invoiceKey).values()].map((group) => group.reduce(larger));
  const groups = Map.groupBy(once, (harm) => `${harm.difference.currency} ${harm.direction}`);
  return [...groups.values()].map(stakeOf).sort(bySeverity);
}

function harmOf(checkId: string, difference: MoneyDifference): Harm {
  const surplus = surplusOf(difference);
  const amount = {
    currency: difference.currency,
    amountMinor: surplus.amountMinor < 0n ? -surplus.amountMinor : surplus.amountMinor,
  };
  return { checkId, difference, direction: harmDirection(difference), amount };
}

/** Whom a difference hurts: the customer, the seller, or the books. */
export function harmDirection(difference: MoneyDifference): Direction {
  return directionOf(difference.nature, surplusOf(difference).amountMinor > 0n);
}

function surplusOf({ expected, actual, currency }: MoneyDifference): Money {
  return subtractMoney(parseMoney(actual, currency), parseMoney(expected, currency));
}

function directionOf(nature: MoneyDifference['nature'], isMore: boolean): Direction {
  switch (nature) {
    case 'books':
      return 'books';
    case 'charge':
      return isMore ? 'overcharged' : 'undercharged';
    case 'credit':
      return isMore ? 'undercharged' : 'overcharged';
  }
}

/** A calculation without an invoice stands for itself, so its measure tells it apart. */
function invoiceKey({ checkId, difference, direction }: Harm): string {
  const { customer, invoice, currency, measure } = difference;
  return JSON.stringify([checkId, direction, currency, customer, invoice, invoice === '' ? measure : '']);
}

function larger(left: Harm, right: Harm): Harm {
  return right.amount.amountMinor > left.amount.amountMinor ? right : left;
}

function stakeOf(harms: readonly Harm[]): MoneyAtStake {
  const [first] = harms;
  if (first === undefined) throw new RangeError('a group without a member');
  const { currency } = first.difference;
  return {
    currency,
    direction: first.direction,
    amount: moneyAmount(
      sumMoney(
        harms.map((harm) => harm.amount),
        currency,
      ),
    ),
    customers: distinct(harms, (harm) => harm.difference.customer),
    invoices: distinct(harms, (harm) => harm.difference.invoice),
    checks: [...new Set(harms.map((harm) => harm.checkId))].sort(),
  };
}

/** Each check has a world of its own, so two checks' customers of one name are two. */
function distinct(harms: readonly Harm[], nameOf: (harm: Harm) => string): number {
  return new Set(harms.filter((harm) => nameOf(harm) !== '').map((harm) => `${harm.checkId} ${nameOf(harm)}`))
    .size;
}

const severity: Readonly<Record<Direction, number>> = { overcharged: 0, undercharged: 1, books: 2 };

function bySeverity(left: MoneyAtStake, right: MoneyAtStake): number {
  const byDirection = severity[left.direction] - severity[right.direction];
  if (byDirection !== 0) return byDirection;
  return left.currency < right.currency ? -1 : 1;
}

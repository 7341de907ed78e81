import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import {
  type Fraction,
  fractionFromDecimal,
  larger,
  percentOf,
  plus,
  sum,
  zero,
} from '../arithmetic/fraction.ts';
import type { Rules } from '../rules/index.ts';

export interface DiscountedLines {
  readonly nets: readonly Fraction[];
  readonly round: (amount: Fraction) => Fraction;
  /** The smallest coin; null shares exactly. */
  readonly unit: Fraction | null;
}

export interface TakenDiscounts {
  readonly perLine: readonly Fraction[];
  /** In the order of the discounts. */
  readonly perDiscount: readonly Fraction[];
}

/** One discount after the other, each from what the earlier ones left. */
export function takeDiscounts(
  rules: Rules,
  discounts: readonly DocumentDiscount[],
  lines: DiscountedLines,
): TakenDiscounts {
  let perLine: readonly Fraction[] = lines.nets.map(() => zero);
  const perDiscount = discounts.map((discount) => {
    const targets = new Set(rules.discountTargets(discount.lines, lines.nets.length));
    const bases = lines.nets.map((net, index) =>
      targets.has(index) ? rules.discountBase({ net, taken: perLine[index] ?? zero }) : zero,
    );
    const shares =
      discount.kind === 'percent'
        ? bases.map((base) => lines.round(percentOf(base, discount.percent)))
        : amountShares(rules, fractionFromDecimal(discount.amount), { ...lines, nets: bases });
    perLine = perLine.map((before, index) => plus(before, shares[index] ?? zero));
    return sum(shares);
  });
  return { perLine, perDiscount };
}

/** A line below zero gives nothing that an amount could be taken off. */
function amountShares(rules: Rules, amount: Fraction, lines: DiscountedLines): readonly Fraction[] {
  const parts = lines.nets.map((base) => larger(zero, base));
  const limited = rules.discountLimit(amount, sum(parts));
  return rules.shareOut({ amount: lines.round(limited), parts, unit: lines.unit });
}

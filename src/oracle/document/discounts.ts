import type { DocumentDiscount } from '../../model/billing/document-line.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { HarnessFault, unreachable } from '../../model/fault.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  floor,
  fraction,
  fractionOf,
  isZero,
  larger,
  minus,
  percentOf,
  smaller,
  times,
  total,
  whole,
  zero,
} from '../arithmetic/fraction.ts';

/** Turns an exact amount into what the rounding point leaves of it on a line. */
export type LineRounding = {
  readonly digits: number;
  readonly round: (value: Fraction) => Fraction;
} | null;

/**
 * What one discount takes off each line, given what earlier discounts left of the lines. A percentage applies to each line
 * by itself; a fixed amount is shared out by what is left, never more than that, and its shares sum to it exactly.
 */
export function discountShares(
  discount: DocumentDiscount,
  left: readonly Fraction[],
  ways: { readonly rounding: LineRounding; readonly remainder: PolicyProfile['shareRemainder'] },
): readonly Fraction[] {
  const { rounding } = ways;
  const inScope = scopeOf(discount, left.length);
  switch (discount.kind) {
    case 'percent': {
      const percent = fractionOf(discount.percent);
      return left.map((amount, index) => {
        if (!inScope(index)) return zero;
        const share = percentOf(amount, percent);
        return rounding === null ? share : rounding.round(share);
      });
    }
    case 'amount': {
      const weights = left.map((amount, index) => (inScope(index) ? larger(zero, amount) : zero));
      const sum = total(weights);
      const amount = smaller(fractionOf(discount.amount), sum);
      const shares = weights.map((weight) => (isZero(sum) ? zero : dividedBy(times(amount, weight), sum)));
      if (rounding === null) return shares;
      if (ways.remainder !== 'last-line') return wholeShares(shares, amount, rounding);
      return sharesBeforeLast(shares, rounding.round(amount), rounding);
    }
    default:
      return unreachable(discount, 'discount');
  }
}

/** Each share cut to the minor unit; the units that are missing then go to the lines that lost most by cutting. */
export function wholeShares(
  exact: readonly Fraction[],
  amount: Fraction,
  rounding: NonNullable<LineRounding>,
): readonly Fraction[] {
  const unit = fraction(1n, 10n ** BigInt(rounding.digits));
  const cut = exact.map((share) => times(whole(floor(dividedBy(share, unit))), unit));
  const missing = floor(dividedBy(minus(rounding.round(amount), total(cut)), unit));
  const byLoss = exact
    .map((share, index) => ({ index, loss: minus(share, cut[index] ?? zero) }))
    .sort((a, b) => compare(b.loss, a.loss) || a.index - b.index);
  const lucky = new Set(byLoss.slice(0, Number(missing)).map(({ index }) => index));
  return cut.map((share, index) => (lucky.has(index) ? minus(share, times(unit, whole(-1))) : share));
}

/** Each share rounded by itself; the last line that gets any takes what the others leave of the amount. */
export function sharesBeforeLast(
  exact: readonly Fraction[],
  amount: Fraction,
  { round }: NonNullable<LineRounding>,
): readonly Fraction[] {
  const last = exact.findLastIndex((share) => !isZero(share));
  const before = exact.map((share, index) => (index < last ? round(share) : zero));
  return before.map((share, index) => (index === last ? minus(amount, total(before)) : share));
}

function scopeOf(discount: DocumentDiscount, lineCount: number): (index: number) => boolean {
  const { lines } = discount;
  if (lines === null) return () => true;
  const outside = lines.find((line) => !Number.isInteger(line) || line < 0 || line >= lineCount);
  if (outside !== undefined) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found a discount on line ${outside}, expected a line from 0 to ${lineCount - 1}.`,
      hint: 'Lines of a document are counted from 0.',
    });
  }
  return (index) => lines.includes(index);
}

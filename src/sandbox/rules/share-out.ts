import { compare, dividedBy, type Fraction, minus, plus, sum, times, zero } from '../arithmetic/fraction.ts';

export interface ShareQuestion {
  readonly amount: Fraction;
  /** What the amount is shared out by; none is negative. */
  readonly parts: readonly Fraction[];
  /** The smallest coin; null shares exactly. */
  readonly unit: Fraction | null;
}

/** In proportion to the parts, to the last coin: what whole coins leave over goes coin by coin to whoever is furthest behind. */
export function shareOut({ amount, parts, unit }: ShareQuestion): readonly Fraction[] {
  const whole = sum(parts);
  if (whole.over === 0n) return parts.map(() => zero);
  const fair = parts.map((part) => dividedBy(times(amount, part), whole));
  if (unit === null) return fair;
  const given = fair.map((share) => wholeCoins(share, unit));
  for (let left = minus(amount, sum(given)); compare(left, unit) >= 0; left = minus(left, unit)) {
    const behind = fair.map((share, index) => minus(share, given[index] ?? zero));
    const next = behind.reduce(
      (most, lag, index) => (compare(lag, behind[most] ?? zero) > 0 ? index : most),
      0,
    );
    given[next] = plus(given[next] ?? zero, unit);
  }
  return given;
}

function wholeCoins(share: Fraction, unit: Fraction): Fraction {
  const coins = dividedBy(share, unit);
  return times({ over: coins.over / coins.under, under: 1n }, unit);
}

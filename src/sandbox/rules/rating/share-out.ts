import type { PolicyProfile } from '../../../model/billing/policy-profile.ts';
import {
  compare,
  dividedBy,
  type Fraction,
  minus,
  plus,
  roundHalfUp,
  sum,
  times,
  zero,
} from '../../arithmetic/fraction.ts';

export interface ShareQuestion {
  readonly amount: Fraction;
  /** What the amount is shared out by; none is negative. */
  readonly parts: readonly Fraction[];
  /** The smallest coin; null shares exactly. */
  readonly unit: Fraction | null;
}

/** In proportion to the parts, to the last coin: what whole coins leave over goes coin by coin to whoever is furthest behind. */
export function shareOut(
  { amount, parts, unit }: ShareQuestion,
  remainder: PolicyProfile['shareRemainder'] = 'largest-remainder',
): readonly Fraction[] {
  const whole = sum(parts);
  if (whole.over === 0n) return parts.map(() => zero);
  const fair = parts.map((part) => dividedBy(times(amount, part), whole));
  if (unit === null) return fair;
  if (remainder === 'last-line') return restToLast({ amount, unit }, fair);
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

/** Each but the last who gets anything its share rounded by itself; the last what is left. */
function restToLast(
  { amount, unit }: { readonly amount: Fraction; readonly unit: Fraction },
  fair: readonly Fraction[],
): readonly Fraction[] {
  const last = fair.findLastIndex((share) => share.over !== 0n);
  let left = amount;
  return fair.map((share, index) => {
    if (index > last) return zero;
    const given = index === last ? left : nearestCoins(share, unit);
    left = minus(left, given);
    return given;
  });
}

function nearestCoins(share: Fraction, unit: Fraction): Fraction {
  return times({ over: roundHalfUp(dividedBy(share, unit)), under: 1n }, unit);
}

function wholeCoins(share: Fraction, unit: Fraction): Fraction {
  const coins = dividedBy(share, unit);
  return times({ over: coins.over / coins.under, under: 1n }, unit);
}

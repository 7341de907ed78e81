import type { RoundingMode } from '../../model/billing/policy-profile.ts';
import { type Decimal, decimalFrom, decimalParts } from '../../model/decimal.ts';

/** An exact rational number. The denominator is always positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const zero: Fraction = { over: 0n, under: 1n };

export function fractionOf(over: bigint, under: bigint): Fraction {
  if (under === 0n)
    throw new RangeError('Found a fraction over zero, expected a denominator that is not zero.');
  const divisor = commonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / divisor, under: under / divisor };
}

export function fractionFromDecimal(decimal: Decimal): Fraction {
  const { digits, scale } = decimalParts(decimal);
  return fractionOf(digits, 10n ** BigInt(scale));
}

export function wholeNumber(value: bigint): Fraction {
  return { over: value, under: 1n };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.over * right.under + right.over * left.under, left.under * right.under);
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, { over: -right.over, under: right.under });
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.over * right.over, left.under * right.under);
}

export function dividedBy(left: Fraction, right: Fraction): Fraction {
  return fractionOf(left.over * right.under, left.under * right.over);
}

export function percentOf(value: Fraction, percent: Decimal): Fraction {
  return times(value, dividedBy(fractionFromDecimal(percent), wholeNumber(100n)));
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.over * right.under - right.over * left.under;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}

export function larger(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) >= 0 ? left : right;
}

export function sum(values: Iterable<Fraction>): Fraction {
  let total = zero;
  for (const value of values) total = plus(total, value);
  return total;
}

/** The least integer that is not below the value. */
export function ceiling(value: Fraction): bigint {
  const quotient = value.over / value.under;
  return value.over > 0n && value.over % value.under !== 0n ? quotient + 1n : quotient;
}

/** The integer next to the value that the mode says, the same on both sides of zero. */
export function roundBy(value: Fraction, mode: RoundingMode): bigint {
  const size = value.over < 0n ? -value.over : value.over;
  const [cut, rest] = [size / value.under, size % value.under];
  const isMore = rest * 2n > value.under;
  const isTie = rest * 2n === value.under;
  const rounded = {
    up: rest > 0n,
    down: false,
    'half-up': isMore || isTie,
    'half-down': isMore,
    'half-even': isMore || (isTie && cut % 2n === 1n),
  };
  const whole = rounded[mode] ? cut + 1n : cut;
  return value.over < 0n ? -whole : whole;
}

/** The nearest integer; a tie goes away from zero. */
export function roundHalfUp(value: Fraction): bigint {
  const size = value.over < 0n ? -value.over : value.over;
  const rounded = (2n * size + value.under) / (2n * value.under);
  return value.over < 0n ? -rounded : rounded;
}

/** The value as a decimal with at least `placesMin` places, or null when it has no end (such as 1/3). */
export function exactDecimal(value: Fraction, placesMin: number): Decimal | null {
  let places = placesMin;
  let scaled = value.over * 10n ** BigInt(placesMin);
  while (scaled % value.under !== 0n) {
    if (places > placesMin + 60) return null;
    scaled *= 10n;
    places += 1;
  }
  return decimalFrom(scaled / value.under, places);
}

/** A quantity for a reader: exact where its digits end, else to twelve places. */
export function shownQuantity(value: Fraction): Decimal {
  return exactDecimal(value, 0) ?? decimalFrom(roundHalfUp(times(value, wholeNumber(10n ** 12n))), 12);
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

import { type Decimal, decimalFrom, decimalParts } from '../../model/decimal.ts';
import { HarnessFault } from '../../model/fault.ts';

/** An exact number: `numerator / denominator`, in lowest terms, the denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };

/** The fraction in lowest terms. Throws for a denominator of zero. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found a division of ${numerator} by zero, expected a period or divisor that is not empty.`,
      hint: 'Look for an empty period, a package size of 0 or a share without a whole.',
    });
  }
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = sign * commonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function whole(value: number | bigint): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

/** Reads a decimal exactly: "5.12345" is 512345/100000 in lowest terms. */
export function fractionOf(text: Decimal): Fraction {
  const { digits, scale } = decimalParts(text);
  return fraction(digits, 10n ** BigInt(scale));
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function negated(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, negated(right));
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function dividedBy(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function percentOf(value: Fraction, percent: Fraction): Fraction {
  return times(value, dividedBy(percent, whole(100)));
}

export function total(values: Iterable<Fraction>): Fraction {
  let sum = zero;
  for (const value of values) sum = plus(sum, value);
  return sum;
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compare(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}

export function larger(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) >= 0 ? left : right;
}

export function isZero(value: Fraction): boolean {
  return value.numerator === 0n;
}

export function isNegative(value: Fraction): boolean {
  return value.numerator < 0n;
}

/** The largest whole number that is not above the value. */
export function floor(value: Fraction): bigint {
  const quotient = value.numerator / value.denominator;
  const isExact = quotient * value.denominator === value.numerator;
  return isExact || value.numerator > 0n ? quotient : quotient - 1n;
}

/** The smallest whole number that is not below the value. */
export function ceiling(value: Fraction): bigint {
  return -floor(negated(value));
}

/** The exact decimal, or null when the digits never end, as those of 1/3. */
export function exactDecimal(value: Fraction): Decimal | null {
  let rest = value.denominator;
  let scale = 0;
  for (const prime of [2n, 5n]) {
    let count = 0;
    while (rest % prime === 0n) {
      rest /= prime;
      count += 1;
    }
    scale = Math.max(scale, count);
  }
  if (rest !== 1n) return null;
  return decimalFrom((value.numerator * 10n ** BigInt(scale)) / value.denominator, scale);
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right < 0n ? -right : right;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

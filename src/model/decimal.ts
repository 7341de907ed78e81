import { HarnessFault } from './fault.ts';

/** A decimal number as text, canonical or not ("10", "-0.50", "5.12345"). Never a float. */
export type Decimal = string & { readonly __decimal?: never };

export interface DecimalParts {
  /** All digits as one integer, signed: "-1.50" is -150. */
  readonly digits: bigint;
  /** How many of the digits stand after the point, 0 or more. */
  readonly scale: number;
}

const pattern = /^([+-]?)(\d{1,60})(?:\.(\d{1,60}))?$/;

export function isDecimal(text: string): boolean {
  return pattern.test(text);
}

/** Reads a decimal exactly. Throws BAD_CONFIGURATION for anything else, exponents and separators included. */
export function decimalParts(text: string): DecimalParts {
  const match = pattern.exec(text);
  if (match === null) {
    throw new HarnessFault({
      code: 'BAD_CONFIGURATION',
      message: `Found "${text}", expected a plain decimal number such as "12.50".`,
      hint: 'Write digits with a point, without thousands separators, exponent or currency.',
    });
  }
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

/** The decimal of `digits` with `scale` places after the point: (-150n, 2) is "-1.50". */
export function decimalFrom(digits: bigint, scale: number): Decimal {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  if (scale === 0) return `${sign}${text}`;
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** Without trailing zeros and without "-0", so that equal numbers have equal text. */
export function canonicalDecimal(text: string): Decimal {
  let { digits, scale } = decimalParts(text);
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return decimalFrom(digits, scale);
}

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareDecimals(left: string, right: string): number {
  const a = decimalParts(left);
  const b = decimalParts(right);
  const scale = Math.max(a.scale, b.scale);
  const x = a.digits * 10n ** BigInt(scale - a.scale);
  const y = b.digits * 10n ** BigInt(scale - b.scale);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

export function addDecimals(left: string, right: string): Decimal {
  const a = decimalParts(left);
  const b = decimalParts(right);
  const scale = Math.max(a.scale, b.scale);
  return decimalFrom(
    a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  );
}

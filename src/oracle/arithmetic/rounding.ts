import type { RoundingMode } from '../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import { type Decimal, decimalFrom } from '../../model/decimal.ts';
import { unreachable } from '../../model/fault.ts';
import { exactDecimal, type Fraction, floor, fraction } from './fraction.ts';

export type { RoundingMode } from '../../model/billing/policy-profile.ts';

/** A whole number next to the value, counted away from zero: which of the two, the mode says. */
export function nearestWhole(value: Fraction, mode: RoundingMode): bigint {
  const isBelowZero = value.numerator < 0n;
  const size = isBelowZero ? -value.numerator : value.numerator;
  const below = size / value.denominator;
  const twiceRest = 2n * (size - below * value.denominator);
  const goesUp = twiceRest > 0n && restGoesUp(compareRest(twiceRest, value.denominator), below, mode);
  const rounded = goesUp ? below + 1n : below;
  return isBelowZero ? -rounded : rounded;
}

/** The value at `digits` places after the point. */
export function roundedTo(value: Fraction, digits: number, mode: RoundingMode): Fraction {
  const unit = 10n ** BigInt(digits);
  return fraction(nearestWhole(fraction(value.numerator * unit, value.denominator), mode), unit);
}

/** The value in whole minor units of the currency. */
export function minorUnits(value: Fraction, currency: CurrencyCode, mode: RoundingMode): bigint {
  const unit = 10n ** BigInt(minorUnitDigits(currency));
  return nearestWhole(fraction(value.numerator * unit, value.denominator), mode);
}

/** A value that is already whole in `digits` places, written with all of them: "10.30". */
export function fixedText(value: Fraction, digits: number): Decimal {
  return decimalFrom(floor(fraction(value.numerator * 10n ** BigInt(digits), value.denominator)), digits);
}

/** Exact where the digits end, else cut to 12 places after half-up rounding: for reading and for answers without rounding. */
export function plainText(value: Fraction): Decimal {
  return exactDecimal(value) ?? fixedText(roundedTo(value, 12, 'half-up'), 12);
}

type Rest = 'below half' | 'half' | 'above half';

function compareRest(twiceRest: bigint, denominator: bigint): Rest {
  if (twiceRest === denominator) return 'half';
  return twiceRest < denominator ? 'below half' : 'above half';
}

function restGoesUp(rest: Rest, below: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'half-up':
      return rest !== 'below half';
    case 'half-down':
      return rest === 'above half';
    case 'half-even':
      return rest === 'above half' || (rest === 'half' && below % 2n === 1n);
    case 'up':
      return true;
    case 'down':
      return false;
    default:
      return unreachable(mode, 'rounding mode');
  }
}

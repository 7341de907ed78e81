import type { Decimal } from '../../../model/decimal.ts';
import { type Fraction, fractionOf, percentOf, times } from '../../arithmetic/fraction.ts';

export interface InterestQuestion {
  /** In major units. */
  readonly principal: Fraction;
  readonly percentPerYear: Decimal;
  readonly days: number;
}

/** Simple interest: a year has 365 days for it, also a leap year. */
export function lateInterest({ principal, percentPerYear, days }: InterestQuestion): Fraction {
  return times(percentOf(principal, percentPerYear), fractionOf(BigInt(days), 365n));
}

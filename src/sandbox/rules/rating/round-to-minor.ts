import type { RoundingMode } from '../../../model/billing/policy-profile.ts';
import { type CurrencyCode, minorUnitDigits } from '../../../model/currency.ts';
import { type Fraction, roundBy, times, wholeNumber } from '../../arithmetic/fraction.ts';

/** A major amount in whole minor units of the currency; by habit of the sandbox, a tie goes away from zero. */
export function roundToMinor(
  amount: Fraction,
  currency: CurrencyCode,
  mode: RoundingMode = 'half-up',
): bigint {
  return roundBy(times(amount, wholeNumber(10n ** BigInt(minorUnitDigits(currency)))), mode);
}

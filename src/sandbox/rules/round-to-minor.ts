import { type CurrencyCode, minorUnitDigits } from '../../model/currency.ts';
import { type Fraction, roundHalfUp, times, wholeNumber } from '../arithmetic/fraction.ts';

/** A major amount in whole minor units of the currency; a tie goes away from zero. */
export function roundToMinor(amount: Fraction, currency: CurrencyCode): bigint {
  return roundHalfUp(times(amount, wholeNumber(10n ** BigInt(minorUnitDigits(currency)))));
}

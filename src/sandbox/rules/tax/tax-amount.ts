import type { Decimal } from '../../../model/decimal.ts';
import {
  dividedBy,
  type Fraction,
  fractionFromDecimal,
  plus,
  times,
  wholeNumber,
} from '../../arithmetic/fraction.ts';

export interface TaxQuestion {
  readonly base: Fraction;
  readonly ratePercent: Decimal;
  readonly prices: 'net' | 'gross';
}

/** On top of a net price, or the part of a gross price that is tax: of 119.00 at 19 % that is 19.00. */
export function taxAmount({ base, ratePercent, prices }: TaxQuestion): Fraction {
  const rate = fractionFromDecimal(ratePercent);
  const hundred = wholeNumber(100n);
  return dividedBy(times(base, rate), prices === 'gross' ? plus(hundred, rate) : hundred);
}

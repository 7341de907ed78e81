import type { CurrencyCode } from '../../model/currency.ts';
import { type Fraction, minus } from '../arithmetic/fraction.ts';

export interface TaxableLine {
  readonly net: Fraction;
  readonly discount: Fraction;
  readonly currency: CurrencyCode;
}

/** What the tax is a percentage of: the price after discount. */
export function taxBase(line: TaxableLine): Fraction {
  return minus(line.net, line.discount);
}

import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { ExchangeRate } from './exchange.ts';

/** An amount in another currency: at the rate of the day, which is the last one that the source published until then. */
export interface ConversionCalculation {
  readonly kind: 'conversion';
  readonly currency: CurrencyCode;
  readonly amount: Decimal;
  readonly to: CurrencyCode;
  readonly on: LocalDate;
  readonly source: string;
  readonly rates: readonly ExchangeRate[];
}

export interface ConversionAnswer {
  readonly kind: 'conversion';
  readonly amount: Decimal;
  /** The rate that was used, and the day that it is of. */
  readonly rate: Decimal;
  readonly rateOn: LocalDate;
}

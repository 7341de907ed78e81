import type { CurrencyCode } from '../currency.ts';
import type { LocalDate, TimeZoneId } from '../date.ts';
import type { Decimal } from '../decimal.ts';

export interface NewCustomer {
  /** Our own id, unique in the run; drivers derive external keys from it. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly timeZone: TimeZoneId;
}

export interface Customer extends NewCustomer {
  readonly id: string;
}

/** From that day on, supplies to customers of the country carry this tax on top of the net price. */
export interface TaxRate {
  readonly country: string;
  readonly ratePercent: Decimal;
  readonly from: LocalDate;
}

/** A discount on every invoice of a customer from the day it is redeemed; taken off before tax. */
export interface Discount {
  readonly code: string;
  readonly kind: 'percent';
  readonly percent: Decimal;
}

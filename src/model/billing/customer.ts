import type { CurrencyCode } from '../currency.ts';
import type { LocalDate, TimeZoneId } from '../date.ts';
import type { Decimal } from '../decimal.ts';

/** What becomes of invoices that are not paid when a customer is closed. */
export type UnpaidAtClosing = 'stays' | 'written-off' | 'credited';

export interface NewCustomer {
  /** Our own id, unique in the run; drivers derive external keys from it. */
  readonly key: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly timeZone: TimeZoneId;
  /** The part of the country that has tax rates of its own, such as "CA" of US. */
  readonly region?: string | null;
  /** Not told is standard. */
  readonly taxStatus?: 'standard' | 'exempt';
  /** With the country's letters in front; a private person has none. */
  readonly vatId?: string | null;
}

export interface Customer extends NewCustomer {
  readonly id: string;
}

/** From that day on, supplies to customers of the country carry this tax. The most specific rate counts. */
export interface TaxRate {
  readonly country: string;
  /** Only in this part of the country; not told is everywhere in it. */
  readonly region?: string | null;
  /** Only for charges of this tax category; not told is all of them. */
  readonly category?: string | null;
  readonly ratePercent: Decimal;
  readonly from: LocalDate;
}

/** A discount on every invoice of a customer from the day it is redeemed; taken off before tax. */
export interface Discount {
  readonly code: string;
  readonly kind: 'percent';
  readonly percent: Decimal;
}

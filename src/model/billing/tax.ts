import type { Decimal } from '../decimal.ts';

/** Where somebody is, as far as taxes are concerned. */
export interface TaxPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The part of the country that has rates of its own, such as "CA" of US; null where there is none. */
  readonly region: string | null;
}

export interface TaxParty extends TaxPlace {
  /** exempt: whatever is sold to them carries no tax. */
  readonly status: 'standard' | 'exempt';
  /** With the country's letters in front; null for a private person. */
  readonly vatId: string | null;
}

/** Why a supply carries the tax that it does. reverse-charge: the customer owes the tax himself. */
export type TaxTreatment = 'taxed' | 'exempt' | 'reverse-charge' | 'no-tax';

/** What one rate came to on an invoice, kept with it whatever becomes of the rate. */
export interface TaxShare<Amount> {
  readonly ratePercent: Decimal;
  readonly treatment: TaxTreatment;
  /** The price after discount, without the tax. */
  readonly base: Amount;
  readonly tax: Amount;
}

import type { Customer, TaxRate } from '../../model/billing/customer.ts';
import type { TaxParty, TaxPlace, TaxTreatment } from '../../model/billing/tax.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Context } from '../engine.ts';

/** Everything between a bill and the tax on it. */
export interface TaxProcedures {
  /** The seller as the tax office knows him. */
  readonly readSeller: (context: Context, customer: Customer) => TaxPlace;
  /** All rates that were set for the country, in force or not. */
  readonly readTaxRates: (context: Context, country: string) => readonly TaxRate[];
  /** The tax engine: decides whether and at what rate a supply is taxed. */
  readonly assessTax: (context: Context, supply: TaxedSupply) => TaxDecision;
  /** Later invoices are made without it; those that were issued keep what it came to. */
  readonly deleteTaxRate: (context: Context, rate: Omit<TaxRate, 'ratePercent'>) => void;
}

export interface TaxedSupply {
  readonly seller: TaxPlace;
  readonly customer: TaxParty;
  /** The day that picks the rate. */
  readonly date: LocalDate;
  readonly category: string | null;
  readonly rates: readonly TaxRate[];
}

export interface TaxDecision {
  readonly ratePercent: Decimal;
  readonly treatment: TaxTreatment;
}

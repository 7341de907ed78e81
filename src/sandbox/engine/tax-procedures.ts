import type { Customer, TaxRate } from '../../model/billing/customer.ts';
import type { TaxParty, TaxPlace, TaxTreatment } from '../../model/billing/tax.ts';
import type { LocalDate } from '../../model/date.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { LineTerms } from '../billing/stored-invoice.ts';
import type { Context } from '../engine.ts';

/** Everything between a bill and the tax on it. */
export interface TaxProcedures {
  /** The seller as the tax office knows him. */
  readonly readSeller: (context: Context, customer: Customer) => TaxPlace;
  /** All rates that were set for the country, in force or not. */
  readonly readTaxRates: (context: Context, country: string) => readonly TaxRate[];
  /** The tax engine: decides whether and at what rate a supply is taxed. */
  readonly assessTax: (context: Context, supply: TaxedSupply) => TaxDecision;
  /** What was taken off a line that was billed, and how it was taxed: what a credit for it takes back. Null when there is none. */
  readonly readBilledTerms: (context: Context, service: BilledService) => LineTerms | null;
  /** Later invoices are made without it; those that were issued keep what it came to. */
  readonly deleteTaxRate: (context: Context, rate: Omit<TaxRate, 'ratePercent'>) => void;
}

/** What a line was billed for: one charge of one plan, from a day on. */
export interface BilledService {
  readonly subscriptionId: string;
  readonly plan: string;
  readonly charge: string;
  readonly from: LocalDate;
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

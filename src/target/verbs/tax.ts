import type { TaxRate } from '../../model/billing/customer.ts';
import type { TaxPlace } from '../../model/billing/tax.ts';

export interface TaxVerbs {
  setTaxRate(rate: TaxRate): Promise<void>;
  /** Invoices that were issued keep what it came to. */
  deleteTaxRate(rate: Omit<TaxRate, 'ratePercent'>): Promise<void>;
  /** Where the seller is, for supplies across a border; never told is wherever the customer is. */
  setSeller(seller: TaxPlace): Promise<void>;
}

import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { TaxRate } from '../../model/billing/customer.ts';

export interface CatalogVerbs {
  publish(version: PlanVersion): Promise<void>;
  setTaxRate(rate: TaxRate): Promise<void>;
}

import type { PlanVersion } from '../../model/billing/catalog.ts';

export interface CatalogVerbs {
  publish(version: PlanVersion): Promise<void>;
}

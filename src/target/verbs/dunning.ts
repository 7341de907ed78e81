import type { DunningPolicy, DunningState } from '../../model/billing/dunning.ts';

export interface DunningVerbs {
  /** For all customers of this world, from today on. */
  setDunningPolicy(policy: DunningPolicy): Promise<void>;
  dunning(customerId: string): Promise<DunningState>;
}

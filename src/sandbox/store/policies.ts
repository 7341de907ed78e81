import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { profile } from '../billing/profile.ts';
import { textOf } from './columns.ts';
import type { Store } from './store.ts';

/** What a tenant does otherwise than the sandbox by itself. */
export type PolicySettings = Partial<PolicyProfile>;

export function insertPolicy(store: Store, tenantId: string, settings: PolicySettings): void {
  store.run('INSERT INTO policies (tenant, settings) VALUES (?, ?)', tenantId, JSON.stringify(settings));
}

/** The sandbox's own habits where the tenant was made without any. */
export function policyOf(store: Store, tenantId: string): PolicyProfile {
  const row = store.first('SELECT settings FROM policies WHERE tenant = ?', tenantId);
  if (row === null) return profile;
  // Only `insertPolicy` writes the column, from a value of this type.
  return { ...profile, ...(JSON.parse(textOf(row, 'settings')) as PolicySettings) };
}

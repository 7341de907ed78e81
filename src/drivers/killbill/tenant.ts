import { createHash } from 'node:crypto';

/** A tenant of the server: its key names it, its secret is worked out from the key, so that a later process can look it up. */
export interface Tenant {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** Each world of a run is a tenant of its own, because a catalog belongs to a tenant. */
export function worldTenant(runId: string, key: string): Tenant {
  return tenantOf(`tollgate-${digest(`${runId}/${key}`).slice(0, 24)}`);
}

/** Where a run writes down which worlds it opened and which of them it ended. */
export function registryTenant(runId: string): Tenant {
  return tenantOf(`tollgate-run-${digest(runId).slice(0, 24)}`);
}

/** Test servers only: whoever knows the key knows the secret. */
export function tenantOf(apiKey: string): Tenant {
  return { apiKey, apiSecret: digest(`secret of ${apiKey}`).slice(0, 32) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

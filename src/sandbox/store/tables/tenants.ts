import type { Tables } from './tables.ts';

export const tenantsTables: Tables = {
  ofTenant: [],
  sql: `
CREATE TABLE IF NOT EXISTS tenants (
  id TEXT PRIMARY KEY, run_id TEXT NOT NULL, name TEXT NOT NULL, api_key TEXT NOT NULL UNIQUE, today TEXT NOT NULL);
`,
};

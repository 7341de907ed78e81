import type { Tables } from './tables.ts';

export const customersTables: Tables = {
  ofTenant: ['customers'],
  sql: `
CREATE TABLE IF NOT EXISTS customers (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
  currency TEXT NOT NULL, time_zone TEXT NOT NULL, region TEXT, tax_status TEXT NOT NULL,
  vat_id TEXT, PRIMARY KEY (tenant, id), UNIQUE (tenant, key));
`,
};

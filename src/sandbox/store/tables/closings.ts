import type { Tables } from './tables.ts';

export const closingsTables: Tables = {
  ofTenant: ['customer_closings'],
  sql: `
CREATE TABLE IF NOT EXISTS customer_closings (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, PRIMARY KEY (tenant, customer)) WITHOUT ROWID;
`,
};

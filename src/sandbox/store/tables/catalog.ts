import type { Tables } from './tables.ts';

export const catalogTables: Tables = {
  ofTenant: ['plan_versions', 'plan_withdrawals', 'meters'],
  sql: `
CREATE TABLE IF NOT EXISTS plan_versions (
  tenant TEXT NOT NULL, plan TEXT NOT NULL, effective_from TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, plan, effective_from));
CREATE TABLE IF NOT EXISTS plan_withdrawals (
  tenant TEXT NOT NULL, plan TEXT NOT NULL, from_day TEXT NOT NULL, PRIMARY KEY (tenant, plan, from_day));
CREATE TABLE IF NOT EXISTS meters (tenant TEXT NOT NULL, meter TEXT NOT NULL, PRIMARY KEY (tenant, meter));
`,
};

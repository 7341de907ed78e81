import type { Tables } from './tables.ts';

export const claimsTables: Tables = {
  ofTenant: ['claims', 'billed_advances'],
  sql: `
CREATE TABLE IF NOT EXISTS claims (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, item TEXT NOT NULL, claimed_on TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS billed_advances (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, assignment INTEGER NOT NULL, charge TEXT NOT NULL,
  whole_from TEXT NOT NULL, whole_to TEXT NOT NULL, used_from TEXT NOT NULL, used_to TEXT NOT NULL,
  price_version TEXT NOT NULL, quantity TEXT NOT NULL DEFAULT '1', period_index INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, subscription, assignment, charge, used_from));
`,
};

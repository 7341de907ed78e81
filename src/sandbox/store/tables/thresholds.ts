import type { Tables } from './tables.ts';

export const thresholdsTables: Tables = {
  ofTenant: ['usage_thresholds'],
  sql: `
CREATE TABLE IF NOT EXISTS usage_thresholds (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (tenant, subscription, amount)) WITHOUT ROWID;
`,
};

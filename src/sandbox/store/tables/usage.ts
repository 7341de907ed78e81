import type { Tables } from './tables.ts';

export const usageTables: Tables = {
  ofTenant: ['usage_events', 'usage_closed'],
  sql: `
CREATE TABLE IF NOT EXISTS usage_events (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, dedup_key TEXT NOT NULL, event_id TEXT NOT NULL,
  customer TEXT NOT NULL, meter TEXT NOT NULL, quantity TEXT NOT NULL, at TEXT NOT NULL,
  subscription TEXT, properties TEXT, subject TEXT, operation TEXT, UNIQUE (tenant, dedup_key));
CREATE INDEX IF NOT EXISTS usage_by_window ON usage_events (tenant, customer, meter, at);
CREATE TABLE IF NOT EXISTS usage_closed (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, meter TEXT NOT NULL, closed_to TEXT NOT NULL,
  PRIMARY KEY (tenant, customer, meter));
`,
};

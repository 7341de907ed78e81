import type { Tables } from './tables.ts';

export const usageTables: Tables = {
  ofTenant: ['usage_events', 'usage_closed', 'billed_usage'],
  sql: `
CREATE TABLE IF NOT EXISTS usage_events (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, dedup_key TEXT NOT NULL, event_id TEXT NOT NULL,
  customer TEXT NOT NULL, meter TEXT NOT NULL, quantity TEXT NOT NULL, at TEXT NOT NULL,
  subscription TEXT, properties TEXT, subject TEXT, operation TEXT, late INTEGER NOT NULL DEFAULT 0, UNIQUE (tenant, dedup_key));
CREATE INDEX IF NOT EXISTS usage_by_window ON usage_events (tenant, customer, meter, at);
CREATE INDEX IF NOT EXISTS usage_late ON usage_events (tenant, customer) WHERE late = 1;
CREATE TABLE IF NOT EXISTS billed_usage (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, item TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL,
  quantity TEXT NOT NULL, net INTEGER NOT NULL, PRIMARY KEY (tenant, subscription, item, kind, code)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS usage_closed (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, meter TEXT NOT NULL, closed_to TEXT NOT NULL,
  PRIMARY KEY (tenant, customer, meter));
`,
};

import type { Tables } from './tables.ts';

export const webhooksTables: Tables = {
  ofTenant: ['webhook_endpoints', 'webhook_deliveries', 'webhook_pauses', 'webhook_losses'],
  sql: `
CREATE TABLE IF NOT EXISTS webhook_endpoints (
  tenant TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, secret TEXT NOT NULL, PRIMARY KEY (tenant, id));
CREATE TABLE IF NOT EXISTS webhook_deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, endpoint TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
  attempts INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS webhook_pauses (
  tenant TEXT NOT NULL, delivery INTEGER NOT NULL, attempt INTEGER NOT NULL, pause_ms INTEGER NOT NULL,
  PRIMARY KEY (delivery, attempt));
CREATE TABLE IF NOT EXISTS webhook_losses (tenant TEXT PRIMARY KEY, count INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_by_tenant ON webhook_deliveries (tenant, state, seq);
`,
};

import type { Tables } from './tables.ts';

export const paymentsTables: Tables = {
  ofTenant: ['payments'],
  sql: `
CREATE TABLE IF NOT EXISTS payments (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, invoice TEXT NOT NULL,
  customer TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,
  gateway_amount INTEGER, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS payments_by_key ON payments (tenant, key);
CREATE INDEX IF NOT EXISTS payments_by_invoice ON payments (tenant, invoice);
CREATE INDEX IF NOT EXISTS payments_by_customer ON payments (tenant, customer);
CREATE INDEX IF NOT EXISTS payments_pending ON payments (seq) WHERE status = 'pending';
`,
};

import type { Tables } from './tables.ts';

export const refundsTables: Tables = {
  ofTenant: ['refunds', 'receipts', 'write_offs'],
  sql: `
CREATE TABLE IF NOT EXISTS refunds (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, payment TEXT NOT NULL,
  invoice TEXT NOT NULL, customer TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, status TEXT NOT NULL,
  date TEXT NOT NULL, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS refunds_by_payment ON refunds (tenant, payment);
CREATE INDEX IF NOT EXISTS refunds_by_customer ON refunds (tenant, customer);
CREATE INDEX IF NOT EXISTS refunds_by_invoice ON refunds (tenant, invoice);
CREATE INDEX IF NOT EXISTS refunds_pending ON refunds (seq) WHERE status = 'pending';
CREATE TABLE IF NOT EXISTS receipts (
  tenant TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, surplus INTEGER NOT NULL, PRIMARY KEY (tenant, key));
CREATE TABLE IF NOT EXISTS write_offs (
  tenant TEXT NOT NULL, key TEXT NOT NULL, invoice TEXT NOT NULL, PRIMARY KEY (tenant, key));
`,
};

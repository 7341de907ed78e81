import type { Tables } from './tables.ts';

export const creditsTables: Tables = {
  ofTenant: ['invoice_voids', 'rebills', 'voided_services', 'invoice_credits', 'balance_entries'],
  sql: `
CREATE TABLE IF NOT EXISTS invoice_voids (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, key TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (tenant, invoice)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rebills (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, key TEXT NOT NULL, replacement TEXT NOT NULL,
  PRIMARY KEY (tenant, invoice)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS voided_services (
  tenant TEXT NOT NULL, subscription TEXT NOT NULL, charge TEXT NOT NULL, period_from TEXT NOT NULL,
  PRIMARY KEY (tenant, subscription, charge, period_from)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS invoice_credits (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, invoice TEXT NOT NULL, source TEXT NOT NULL, source_id TEXT NOT NULL,
  amount INTEGER NOT NULL, date TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS credits_by_invoice ON invoice_credits (tenant, invoice);
CREATE TABLE IF NOT EXISTS balance_entries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, customer TEXT NOT NULL, currency TEXT NOT NULL,
  date TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, invoice TEXT, UNIQUE (tenant, id));
CREATE INDEX IF NOT EXISTS balance_by_customer ON balance_entries (tenant, customer);
`,
};

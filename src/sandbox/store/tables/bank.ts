import type { Tables } from './tables.ts';

export const bankTables: Tables = {
  ofTenant: ['bank_mandates', 'bank_collections', 'bank_collected', 'bank_bookings'],
  sql: `
CREATE TABLE IF NOT EXISTS bank_mandates (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, iban TEXT NOT NULL, reference TEXT NOT NULL, signed_on TEXT NOT NULL,
  PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS bank_collections (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (tenant, id),
  UNIQUE (tenant, key));
CREATE TABLE IF NOT EXISTS bank_collected (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, collection TEXT NOT NULL, PRIMARY KEY (tenant, invoice));
CREATE TABLE IF NOT EXISTS bank_bookings (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, key TEXT NOT NULL, reference TEXT NOT NULL, booked_on TEXT NOT NULL,
  currency TEXT NOT NULL, amount INTEGER NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL,
  is_applied INTEGER NOT NULL DEFAULT 0, UNIQUE (tenant, key));
`,
};

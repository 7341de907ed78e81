import type { Tables } from './tables.ts';

export const customersTables: Tables = {
  ofTenant: ['customers', 'tax_rates', 'discounts'],
  sql: `
CREATE TABLE IF NOT EXISTS customers (
  tenant TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
  currency TEXT NOT NULL, time_zone TEXT NOT NULL, PRIMARY KEY (tenant, id), UNIQUE (tenant, key));
CREATE TABLE IF NOT EXISTS tax_rates (
  tenant TEXT NOT NULL, country TEXT NOT NULL, valid_from TEXT NOT NULL, rate_percent TEXT NOT NULL,
  PRIMARY KEY (tenant, country, valid_from));
CREATE TABLE IF NOT EXISTS discounts (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, customer TEXT NOT NULL, code TEXT NOT NULL, percent TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS discounts_by_customer ON discounts (tenant, customer);
`,
};

import type { Tables } from './tables.ts';

export const exchangeTables: Tables = {
  ofTenant: ['exchange_rates', 'book_values'],
  sql: `
CREATE TABLE IF NOT EXISTS exchange_rates (
  tenant TEXT NOT NULL, from_currency TEXT NOT NULL, to_currency TEXT NOT NULL, effective_from TEXT NOT NULL,
  rate TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (tenant, from_currency, to_currency, effective_from));
CREATE TABLE IF NOT EXISTS book_values (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, posting TEXT NOT NULL, date TEXT NOT NULL, account TEXT NOT NULL,
  side TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, customer TEXT NOT NULL, invoice TEXT,
  rate TEXT, source TEXT, rate_from TEXT);
CREATE INDEX IF NOT EXISTS book_values_by_customer ON book_values (tenant, customer);
CREATE INDEX IF NOT EXISTS book_values_by_invoice ON book_values (tenant, invoice);
`,
};

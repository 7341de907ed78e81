import type { Tables } from './tables.ts';

export const neighboursTables: Tables = {
  ofTenant: ['neighbours', 'orders', 'handed_over', 'tax_answers'],
  sql: `
CREATE TABLE IF NOT EXISTS neighbours (
  tenant TEXT NOT NULL, kind TEXT NOT NULL, url TEXT NOT NULL, cursor TEXT NOT NULL, PRIMARY KEY (tenant, kind));
CREATE TABLE IF NOT EXISTS orders (
  tenant TEXT NOT NULL, order_key TEXT NOT NULL, customer TEXT NOT NULL, subscription TEXT NOT NULL,
  PRIMARY KEY (tenant, order_key));
CREATE TABLE IF NOT EXISTS tax_answers (
  tenant TEXT NOT NULL, supply TEXT NOT NULL, rate_percent TEXT NOT NULL, treatment TEXT NOT NULL,
  PRIMARY KEY (tenant, supply));
CREATE TABLE IF NOT EXISTS handed_over (
  tenant TEXT NOT NULL, posting TEXT NOT NULL, PRIMARY KEY (tenant, posting)) WITHOUT ROWID;
`,
};

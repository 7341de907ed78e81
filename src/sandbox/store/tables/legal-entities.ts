import type { Tables } from './tables.ts';

export const legalEntitiesTables: Tables = {
  ofTenant: ['legal_entities', 'customer_entities', 'number_series', 'data_versions'],
  sql: `
CREATE TABLE IF NOT EXISTS legal_entities (
  tenant TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, number_prefix TEXT NOT NULL, currency TEXT NOT NULL,
  PRIMARY KEY (tenant, key), UNIQUE (tenant, number_prefix));
CREATE TABLE IF NOT EXISTS customer_entities (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS number_series (
  tenant TEXT NOT NULL, prefix TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (tenant, prefix));
CREATE TABLE IF NOT EXISTS data_versions (tenant TEXT PRIMARY KEY, version INTEGER NOT NULL);
`,
};

import type { Tables } from './tables.ts';

export const accessTables: Tables = {
  ofTenant: ['users', 'audit_entries', 'customer_versions'],
  sql: `
CREATE TABLE IF NOT EXISTS users (
  tenant TEXT NOT NULL, api_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS audit_entries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, date TEXT NOT NULL, user TEXT NOT NULL, role TEXT NOT NULL,
  action TEXT NOT NULL, object TEXT NOT NULL, before TEXT, after TEXT);
CREATE INDEX IF NOT EXISTS audit_by_tenant ON audit_entries (tenant, seq);
CREATE TABLE IF NOT EXISTS customer_versions (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (tenant, customer));
`,
};

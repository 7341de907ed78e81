import type { Tables } from './tables.ts';

export const dunningTables: Tables = {
  ofTenant: [
    'dunning_policies',
    'dunning_states',
    'reminders',
    'late_charges',
    'interest_charged',
    'payment_declines',
  ],
  sql: `
CREATE TABLE IF NOT EXISTS dunning_policies (tenant TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS dunning_states (
  tenant TEXT NOT NULL, customer TEXT NOT NULL, level TEXT, suspended INTEGER NOT NULL, PRIMARY KEY (tenant, customer));
CREATE TABLE IF NOT EXISTS reminders (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, customer TEXT NOT NULL, date TEXT NOT NULL, level TEXT NOT NULL,
  currency TEXT NOT NULL, overdue INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS reminders_by_customer ON reminders (tenant, customer);
CREATE TABLE IF NOT EXISTS late_charges (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, customer TEXT NOT NULL, date TEXT NOT NULL, level TEXT NOT NULL,
  currency TEXT NOT NULL, fee INTEGER NOT NULL, interest INTEGER NOT NULL, PRIMARY KEY (tenant, invoice));
CREATE INDEX IF NOT EXISTS late_charges_by_customer ON late_charges (tenant, customer);
CREATE TABLE IF NOT EXISTS interest_charged (
  tenant TEXT NOT NULL, invoice TEXT NOT NULL, until TEXT NOT NULL, PRIMARY KEY (tenant, invoice));
CREATE TABLE IF NOT EXISTS payment_declines (
  tenant TEXT NOT NULL, payment TEXT NOT NULL, decline TEXT NOT NULL, PRIMARY KEY (tenant, payment));
`,
};

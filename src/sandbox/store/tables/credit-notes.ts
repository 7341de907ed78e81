import type { Tables } from './tables.ts';

export const creditNotesTables: Tables = {
  ofTenant: ['credit_notes', 'credit_note_lines', 'credit_note_voids'],
  sql: `
CREATE TABLE IF NOT EXISTS credit_notes (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, key TEXT NOT NULL,
  invoice TEXT NOT NULL, customer TEXT NOT NULL, currency TEXT NOT NULL, date TEXT NOT NULL, reason TEXT NOT NULL,
  net INTEGER NOT NULL, tax INTEGER NOT NULL, total INTEGER NOT NULL, settled INTEGER NOT NULL, to_balance INTEGER NOT NULL,
  UNIQUE (tenant, id), UNIQUE (tenant, number));
CREATE INDEX IF NOT EXISTS credit_notes_by_invoice ON credit_notes (tenant, invoice);
CREATE INDEX IF NOT EXISTS credit_notes_by_customer ON credit_notes (tenant, customer);
CREATE INDEX IF NOT EXISTS credit_notes_by_key ON credit_notes (tenant, key);
CREATE TABLE IF NOT EXISTS credit_note_lines (
  tenant TEXT NOT NULL, note TEXT NOT NULL, line INTEGER NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,
  PRIMARY KEY (tenant, note, line)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS credit_note_voids (
  tenant TEXT NOT NULL, note TEXT NOT NULL, key TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (tenant, note)) WITHOUT ROWID;
`,
};

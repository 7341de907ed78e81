import type { Tables } from './tables.ts';

export const ledgerTables: Tables = {
  ofTenant: ['ledger_entries'],
  sql: `
CREATE TABLE IF NOT EXISTS ledger_entries (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, posting TEXT NOT NULL, date TEXT NOT NULL, account TEXT NOT NULL,
  side TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, customer TEXT NOT NULL, invoice TEXT);
CREATE INDEX IF NOT EXISTS ledger_by_customer ON ledger_entries (tenant, customer);
CREATE INDEX IF NOT EXISTS ledger_by_invoice ON ledger_entries (tenant, invoice);
CREATE INDEX IF NOT EXISTS ledger_by_posting ON ledger_entries (tenant, posting);
`,
};
